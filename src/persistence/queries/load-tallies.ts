import type { CounterKey, TallySheet } from '../../domain/book/tally-sheet.js';
import { plainArray } from '../array-literal.js';
import type { KnownCounter, KnownCounters } from '../known-counters.js';
import { versionArrays } from '../row-cache.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

// One key lookup a counter, whatever the planner knew of the table when it made its plan; one text, as
// rows would cost more to send and to take apart than to find.
const TALLIES = statement(`
  select string_agg(concat_ws(' ', k.place - 1, c.true_spent_micros, c.offset_micros, c.xmin, c.ctid),
    ';') as tallies
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[]) with ordinality
    as k (agency_id, owner_id, period, date, place)
  cross join lateral (
    select c.true_spent_micros, c.offset_micros, c.xmin, c.ctid from counter c
    where c.agency_id = k.agency_id and c.date = k.date and c.owner_id = k.owner_id
      and c.period = k.period
    limit 1
  ) c`);

/** Enters the named counters into the sheet as the database has them. */
export async function loadTallies(
  sql: Sql,
  known: KnownCounters,
  { keys, sheet }: { readonly keys: readonly CounterKey[]; readonly sheet: TallySheet },
): Promise<void> {
  if (keys.length === 0) return;
  const [row] = await sql.rows<{ tallies: string | null }>(TALLIES, [
    plainArray(keys.map(({ agencyId }) => agencyId)),
    plainArray(keys.map(({ ownerId }) => ownerId)),
    plainArray(keys.map(({ period }) => period)),
    plainArray(keys.map(({ date }) => date)),
  ]);
  for (const text of row?.tallies?.split(';') ?? []) {
    const [at = '', trueSpent = '0', offset = '0', xmin = '', ctid = ''] = text.split(' ');
    const key = keys[Number(at)];
    if (key === undefined) continue;
    const tally = { trueSpentMicros: BigInt(trueSpent), offsetMicros: BigInt(offset) };
    sheet.enter(key, tally, { xmin, ctid });
    known.keep(key, tally, { xmin, ctid });
  }
}

/** Counters that are asked for: those that are known, as they are known, and the others. */
export class TallyQuery {
  /** Those that have to be searched. */
  readonly unknown: CounterKey[] = [];
  private readonly keys: CounterKey[] = [];
  private readonly counters: KnownCounter[] = [];

  constructor(known: KnownCounters, keys: readonly CounterKey[]) {
    for (const key of keys) {
      const counter = known.find(key);
      if (counter === null) this.unknown.push(key);
      else {
        this.keys.push(key);
        this.counters.push(counter);
      }
    }
  }

  /** The values of {@link changedCounters}. */
  values(): readonly string[] {
    return [plainArray(this.keys.map(({ ownerId }) => ownerId)), ...versionArrays(this.counters)];
  }

  /** Enters those that are still what they were; gives the keys of the others. */
  enter(sheet: TallySheet, changed: string | null): readonly CounterKey[] {
    const places = new Set(changed?.split(';').map(Number));
    this.counters.forEach((counter, i) => {
      const key = this.keys[i];
      if (key && !places.has(i)) sheet.enter(key, counter.tally, counter);
    });
    return places.size === 0 ? [] : this.keys.filter((_, i) => places.has(i));
  }
}

/**
 * The places of those known counters that are no longer what they were, as one text, from the
 * placeholder `first` on. A version that can be seen is where it was: nothing is searched or sent.
 */
export function changedCounters(first: number): string {
  return `
    select string_agg((k.place - 1)::text, ';')
    from unnest($${first}::uuid[], $${first + 1}::xid[], $${first + 2}::tid[])
      with ordinality as k (owner_id, xmin, ctid, place)
    left join lateral (
      select c.owner_id from counter c
      where c.ctid = k.ctid and c.xmin = k.xmin and c.owner_id = k.owner_id
    ) c on true
    where c.owner_id is null`;
}
