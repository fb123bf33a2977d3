import { InputError } from '../../domain/errors.js';
import type { AgencyId } from '../../domain/ids.js';
import type { Micros } from '../../domain/money/micros.js';
import { hourAfter } from '../../domain/spend/local-hours.js';
import { hoursTouching, type SeriesPoints } from '../../domain/spend/series-points.js';
import { MAX_SERIES_POINTS, type SpendPoint } from '../../domain/spend/spend-series.js';
import type { Instant } from '../../domain/time/instant.js';
import { readSpendByHour } from '../../persistence/queries/read-spend-by-hour.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { SeriesOwner } from './spend-requests.js';

/** A series of some owners of one agency over `[from, to)`, which is not empty. */
export interface SeriesReading {
  readonly sql: Sql;
  readonly agencyId: AgencyId;
  readonly owners: readonly SeriesOwner[];
  readonly from: Instant;
  readonly to: Instant;
}

/** The points, unless they are more than a series may have: that throws an InputError. */
export function pointsOf<T>(points: SeriesPoints<T>): readonly T[] {
  if (points.ok) return points.value;
  throw new InputError(['to'], `A series has at most ${MAX_SERIES_POINTS} points; ask for less.`);
}

/** True spend by local hours: the ledger's entries, each in the hour of its occurredAt. */
export async function readHourSeries(
  reading: SeriesReading,
): Promise<readonly (readonly SpendPoint[])[]> {
  const { owners, from, to } = reading;
  const zones = [...new Set(owners.map(({ timeZone }) => timeZone))];
  const starts = zones.map((timeZone) => pointsOf(hoursTouching({ from, to, timeZone })));
  const spent = await readOwners(reading, zones, starts);
  return owners.map((owner) => {
    const hours = starts[zones.indexOf(owner.timeZone)] ?? [];
    const micros = spent.get(owner);
    return hours.map((start, hour) => ({ start, spentMicros: micros?.get(hour) ?? 0n }));
  });
}

/** What each owner spent by the place of the hour among those of its zone. */
async function readOwners(
  { sql, agencyId, owners }: SeriesReading,
  zones: readonly string[],
  starts: readonly (readonly Instant[])[],
): Promise<ReadonlyMap<SeriesOwner, ReadonlyMap<number, Micros>>> {
  const hours = starts.map((run, place) => withEnd(run, zones[place] ?? ''));
  const spent = new Map<SeriesOwner, ReadonlyMap<number, Micros>>();
  for (const kind of ['BRAND', 'CAMPAIGN'] as const) {
    const asked = owners.filter((owner) => owner.kind === kind);
    if (asked.length === 0) continue;
    const found = await readSpendByHour(sql, {
      agencyId,
      kind,
      hours,
      owners: asked.map(({ id, timeZone }) => ({ id, hours: zones.indexOf(timeZone) })),
    });
    asked.forEach((owner, place) => spent.set(owner, found[place] ?? new Map()));
  }
  return spent;
}

function withEnd(hours: readonly Instant[], zone: string): readonly Instant[] {
  const last = hours.at(-1);
  return last === undefined ? hours : [...hours, hourAfter(last, zone)];
}
