import type { CounterKey, TallySheet } from '../../domain/book/tally-sheet.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import type { Brand } from '../../domain/brand/brand.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { plainArray } from '../array-literal.js';
import type { KnownRows } from '../known-rows.js';
import { versionArrays } from '../row-cache.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';
import { type CampaignPlace, loadCampaigns, placeArrays } from './load-campaigns.js';
import { changedCounters, loadTallies, TallyQuery } from './load-tallies.js';

/** What is read of brands that are locked. */
export interface CampaignsQuery {
  readonly named: readonly CampaignPlace[];
  readonly counters: readonly CounterKey[];
  /** What of these brands is due is found too. */
  readonly brands: readonly Brand[];
  readonly now: Instant;
}

/** What is found of brands that are locked. */
export interface CampaignsFound {
  readonly campaigns: readonly Campaign[];
  /** Where the campaigns are that have a transition due. */
  readonly due: readonly CampaignPlace[];
}

// A campaign whose version is still the present one is where it was: nothing is searched or sent.
const READ_CAMPAIGNS = statement(`
  select (${changedCounters(1)}) as changed_counters, (
    select string_agg((k.place - 1)::text, ';')
    from unnest($4::uuid[], $5::uuid[], $6::xid[], $7::tid[])
      with ordinality as k (agency_id, id, xmin, ctid, place)
    left join lateral (
      select c.id from campaign c
      where c.ctid = k.ctid and c.xmin = k.xmin and c.agency_id = k.agency_id and c.id = k.id
    ) c on true
    where c.id is null
  ) as changed_campaigns, (
    select string_agg(c.agency_id || ' ' || c.id, ';') from campaign c
    where c.agency_id = any($8::uuid[]) and c.brand_id = any($9::uuid[])
      and c.next_transition_at <= $10::timestamptz
  ) as due`);

interface FoundRow {
  readonly changed_counters: string | null;
  readonly changed_campaigns: string | null;
  readonly due: string | null;
}

/**
 * The named campaigns (those that there are) and where those are that have a transition due; enters the
 * counters into the sheet. One statement, and one more for each kind of what is not known or has changed.
 */
export async function readCampaigns(
  sql: Sql,
  known: KnownRows,
  { query, sheet }: { readonly query: CampaignsQuery; readonly sheet: TallySheet },
): Promise<CampaignsFound> {
  const { named, counters, brands, now } = query;
  const { campaigns: cache } = known;
  const cached = named.map(({ campaignId }) => cache.get(campaignId));
  const versions = cached.filter((version) => version !== undefined);
  const tallies = new TallyQuery(known.counters, counters);
  const [row] = await sql.rows<FoundRow>(READ_CAMPAIGNS, [
    ...tallies.values(),
    ...placeArrays(named.filter((_, i) => cached[i] !== undefined)),
    ...versionArrays(versions),
    plainArray([...new Set(brands.map(({ agencyId }) => agencyId))]),
    plainArray(brands.map(({ id }) => id)),
    formatInstant(now),
  ]);
  if (!row) return { campaigns: [], due: [] };
  const keys = [...tallies.unknown, ...tallies.enter(sheet, row.changed_counters)];
  await loadTallies(sql, known.counters, { keys, sheet });
  const changed = new Set(row.changed_campaigns?.split(';').map((at) => versions[Number(at)]));
  const present = versions.filter((version) => !changed.has(version));
  const others = named.filter((_, i) => cached[i] === undefined || changed.has(cached[i]));
  const read = await loadCampaigns(sql, cache, others);
  return {
    campaigns: [...present.map(({ row: campaign }) => campaign), ...read],
    due: placesOf(row.due),
  };
}

function placesOf(text: string | null): readonly CampaignPlace[] {
  const pairs = text?.split(';') ?? [];
  return pairs.map((pair) => {
    const [agencyId = '', campaignId = ''] = pair.split(' ');
    return { agencyId, campaignId };
  });
}
