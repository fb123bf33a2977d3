import type { AgencyId, EntryId } from '../../domain/ids.js';
import { isStorableText } from '../storable-text.js';
import type { Sql } from '../unit-of-work.js';

// The index of events is by source first: the sources, which are few, are found by leaping from one to
// the next. (PostgreSQL does so by itself from 18 on.) It is planned anew each time, as in load-entries.
const BY_EVENT = `
  with recursive known as (
    (select e.source from spend_entry e where e.agency_id = $1 order by e.source limit 1)
    union all
    select (select e.source from spend_entry e
      where e.agency_id = $1 and e.source > k.source order by e.source limit 1)
    from known k where k.source is not null
  )
  select e.id from known k
  cross join lateral (
    select e.id from spend_entry e
    where e.agency_id = $1 and e.source = k.source and e.event_id = any($2::text[])
    offset 0
  ) e`;

/** The ids of an agency's ledger rows with these eventIds, of whatever source, in no order. */
export async function findEntriesByEvent(
  sql: Sql,
  agencyId: AgencyId,
  eventIds: readonly string[],
): Promise<readonly EntryId[]> {
  const storable = eventIds.filter(isStorableText);
  const rows = await sql.rows<{ id: EntryId }>(BY_EVENT, [agencyId, storable]);
  return rows.map(({ id }) => id);
}
