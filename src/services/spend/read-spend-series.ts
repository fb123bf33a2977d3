import { authorize, type Caller } from '../../domain/access/caller.js';
import { datesTouching } from '../../domain/spend/series-points.js';
import type { SpendPoint } from '../../domain/spend/spend-series.js';
import type { LocalDate } from '../../domain/time/instant.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { startOfDay } from '../../domain/time/zone.js';
import { readSpendByDate } from '../../persistence/queries/read-spend-by-date.js';
import type { Kernel } from '../kernel.js';
import { pointsOf, readHourSeries, type SeriesReading } from './read-hour-series.js';
import type { SpendSeriesRequest } from './spend-requests.js';

/**
 * True spend of each owner, in the order of the owners, in the local hours, days or months that touch
 * `[from, to)`; zero where there is none, as for an unknown owner. Throws an InputError for more
 * than 1000 points.
 */
export async function readSpendSeries(
  { database }: Kernel,
  caller: Caller,
  request: SpendSeriesRequest,
): Promise<readonly (readonly SpendPoint[])[]> {
  authorize(caller, 'spend:read');
  const { owners, granularity, from, to } = request;
  if (from >= to || owners.length === 0) return owners.map(() => []);
  const { agencyId } = caller;
  const reading = { sql: database.within(caller), agencyId, owners, from, to };
  return granularity === 'HOUR' ? readHourSeries(reading) : readDateSeries(reading, granularity);
}

/** Days and months are what entries were counted in when they were recorded. */
async function readDateSeries(
  { sql, agencyId, owners, from, to }: SeriesReading,
  period: BudgetPeriod,
): Promise<readonly (readonly SpendPoint[])[]> {
  const datesByZone = new Map<string, readonly LocalDate[]>();
  for (const { timeZone } of owners) {
    if (datesByZone.has(timeZone)) continue;
    datesByZone.set(timeZone, pointsOf(datesTouching(period, { from, to, timeZone })));
  }
  const asked = owners.map(({ id, timeZone }) => ({
    ownerId: id,
    timeZone,
    dates: datesByZone.get(timeZone) ?? [],
  }));
  const spent = await readSpendByDate(sql, { agencyId, period, owners: asked });
  return asked.map(({ dates, timeZone }, place) =>
    dates.map((date) => ({
      start: startOfDay(date, timeZone),
      spentMicros: spent[place]?.get(date) ?? 0n,
    })),
  );
}
