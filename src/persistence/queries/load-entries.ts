import type { AgencyId, EntryId } from '../../domain/ids.js';
import type { SpendEntry, SpendKind } from '../../domain/spend/spend-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

const ENTRY_COLUMNS = `
  e.id, e.agency_id, e.brand_id, e.campaign_id, e.kind, e.amount_micros, b.currency, e.event_id,
  e.source, e.occurred_at, e.recorded_at, e.day, e.while_blocked, e.refund_of,
  (select coalesce(sum(r.amount_micros), 0) from spend_entry r
    where r.agency_id = e.agency_id and r.refund_of = e.id) as refunded_micros`;

interface EntryRow {
  readonly id: string;
  readonly agency_id: string;
  readonly brand_id: string;
  readonly campaign_id: string;
  readonly kind: SpendKind;
  readonly amount_micros: string;
  readonly currency: string;
  readonly event_id: string;
  readonly source: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly day: LocalDate;
  readonly while_blocked: boolean;
  readonly refund_of: string | null;
  readonly refunded_micros: string;
}

// One key lookup a row, whatever the planner knew of the table when it made its plan.
const BY_EVENT = statement(`
  select ${ENTRY_COLUMNS}
  from unnest($2::text[], $3::text[]) as k (source, event_id)
  cross join lateral (
    select * from spend_entry e
    where e.agency_id = $1 and e.source = k.source and e.event_id = k.event_id
    limit 1
  ) e
  join brand b on b.agency_id = e.agency_id and b.id = e.brand_id`);

/** The ledger rows that have been recorded under the given keys. */
export async function loadEntriesByEvent(
  sql: Sql,
  agencyId: AgencyId,
  keys: readonly { readonly source: string; readonly eventId: string }[],
): Promise<readonly SpendEntry[]> {
  const sources = keys.map(({ source }) => source);
  const eventIds = keys.map(({ eventId }) => eventId);
  return (await sql.rows<EntryRow>(BY_EVENT, [agencyId, sources, eventIds])).map(entryOf);
}

const BY_ID = statement(`
  select ${ENTRY_COLUMNS}
  from spend_entry e
  join brand b on b.agency_id = e.agency_id and b.id = e.brand_id
  where e.agency_id = $1 and e.id = any($2::uuid[])`);

/** The ledger rows with the given ids, in no order. */
export async function loadEntriesById(
  sql: Sql,
  agencyId: AgencyId,
  ids: readonly EntryId[],
): Promise<readonly SpendEntry[]> {
  return (await sql.rows<EntryRow>(BY_ID, [agencyId, ids])).map(entryOf);
}

function entryOf(row: EntryRow): SpendEntry {
  const amountMicros = BigInt(row.amount_micros);
  return {
    id: row.id,
    agencyId: row.agency_id,
    brandId: row.brand_id,
    campaignId: row.campaign_id,
    kind: row.kind,
    amountMicros,
    currency: row.currency,
    eventId: row.event_id,
    source: row.source,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    day: row.day,
    whileBlocked: row.while_blocked,
    refundOfId: row.refund_of,
    refundableMicros: row.kind === 'SPEND' ? amountMicros + BigInt(row.refunded_micros) : 0n,
  };
}
