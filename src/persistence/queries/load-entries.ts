import type { ActorKind } from '../../domain/access/caller.js';
import type { AgencyId, EntryId } from '../../domain/ids.js';
import type { SpendEntry, SpendKind } from '../../domain/spend/spend-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

const ENTRY_COLUMNS = `
  e.id, e.agency_id, e.brand_id, e.campaign_id, e.kind, e.amount_micros, b.currency, e.event_id,
  e.source, e.occurred_at, e.recorded_at, e.day, e.while_blocked, e.refund_of,
  e.actor_kind, e.actor_id, e.actor_name,
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
  readonly actor_kind: ActorKind | null;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly refunded_micros: string;
}

// One key lookup a row. It is planned anew each time, which costs little beside what it does: a plan
// that was made for an empty ledger takes any index for as good as the right one, and the ledger grows
// faster than anybody tells the planner.
const BY_EVENT = `
  select ${ENTRY_COLUMNS}
  from unnest($1::uuid[], $2::text[], $3::text[]) as k (agency_id, source, event_id)
  cross join lateral (
    select * from spend_entry e
    where e.agency_id = k.agency_id and e.source = k.source and e.event_id = k.event_id
    limit 1
  ) e
  join brand b on b.agency_id = e.agency_id and b.id = e.brand_id`;

/** What makes a ledger row one and the same, for ever. */
export interface EventKey {
  readonly agencyId: AgencyId;
  readonly source: string;
  readonly eventId: string;
}

/** The ledger rows that have been recorded under the given keys. */
export async function loadEntriesByEvent(
  sql: Sql,
  keys: readonly EventKey[],
): Promise<readonly SpendEntry[]> {
  const agencyIds = keys.map(({ agencyId }) => agencyId);
  const sources = keys.map(({ source }) => source);
  const eventIds = keys.map(({ eventId }) => eventId);
  return (await sql.rows<EntryRow>(BY_EVENT, [agencyIds, sources, eventIds])).map(entryOf);
}

const BY_ID = statement(`
  select ${ENTRY_COLUMNS}
  from unnest($1::uuid[], $2::uuid[]) as k (agency_id, id)
  cross join lateral (
    select * from spend_entry e where e.agency_id = k.agency_id and e.id = k.id limit 1
  ) e
  join brand b on b.agency_id = e.agency_id and b.id = e.brand_id`);

/** A ledger row, by its agency and id. */
export interface EntryPlace {
  readonly agencyId: AgencyId;
  readonly id: EntryId;
}

/** The ledger rows at the given places, in no order. */
export async function loadEntriesById(
  sql: Sql,
  places: readonly EntryPlace[],
): Promise<readonly SpendEntry[]> {
  const agencyIds = places.map(({ agencyId }) => agencyId);
  const ids = places.map(({ id }) => id);
  return (await sql.rows<EntryRow>(BY_ID, [agencyIds, ids])).map(entryOf);
}

function entryOf(row: EntryRow): SpendEntry {
  const amountMicros = BigInt(row.amount_micros);
  const { actor_kind: actorKind, actor_id: actorId, actor_name: actorName } = row;
  const isKnown = actorKind !== null && actorName !== null;
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
    recordedBy: isKnown ? { kind: actorKind, id: actorId, name: actorName } : null,
    refundableMicros: row.kind === 'SPEND' ? amountMicros + BigInt(row.refunded_micros) : 0n,
  };
}
