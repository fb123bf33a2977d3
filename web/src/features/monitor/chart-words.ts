import { formatCoins, formatMoney } from '../../kit/format/money.js';
import { formatClock } from '../../kit/format/time.js';
import { moneyOf } from '../../kit/format/exact-amounts.js';
import type { ChartModel } from './chart-model.js';
import type { Outlook } from './outlook.js';

/** A short remark, and whether it is good, a warning or bad. */
export interface Remark {
  readonly text: string;
  readonly tone: 'good' | 'plain' | 'warn' | 'bad';
}

/** Within this of the even pace one is on it. */
const ON_PACE = 0.01;
/** From here on times say more than per cent do. */
const MANY_TIMES = 2;

/** How a day is compared with an even pace; null: nothing to compare. */
export function describeLead(lead: number | null): Remark | null {
  if (lead === null) return null;
  if (Math.abs(lead) < ON_PACE) return { text: 'On pace', tone: 'good' };
  if (lead >= MANY_TIMES - 1) return { text: `${(1 + lead).toFixed(1)} × the pace`, tone: 'warn' };
  const share = `${Math.round(Math.abs(lead) * 100)} %`;
  return lead > 0
    ? { text: `Ahead of pace by ${share}`, tone: 'warn' }
    : { text: `Behind pace by ${share}`, tone: 'plain' };
}

/** What is to be expected; null: nothing to say. */
export function describeOutlook(outlook: Outlook, timeZone: string): Remark | null {
  switch (outlook.kind) {
    case 'exhausted':
      return { text: 'Budget exhausted', tone: 'bad' };
    case 'exhausts':
      return { text: `Projected to exhaust at ${formatClock(outlook.at, timeZone)}`, tone: 'bad' };
    case 'lasts':
      return { text: 'Projected to last the day', tone: 'good' };
    case 'idle':
      return { text: 'Nothing spent in the last 3 hours', tone: 'plain' };
    case 'uncapped':
      return { text: 'No daily budget', tone: 'plain' };
    case 'unknown':
      return null;
  }
}

/** The chart in a sentence or two, for those who cannot see it. */
export function summarise(model: ChartModel): string {
  const { last, capMicros, currency, timeZone, outlook, lead } = model;
  const spent = formatMoney(moneyOf(last.micros, currency));
  const budget =
    capMicros === null ? '' : ` of the budget of ${formatCoins(moneyOf(capMicros, currency))}`;
  const remarks = [describeLead(lead), describeOutlook(outlook, timeZone)]
    .filter((remark) => remark !== null)
    .map(({ text }) => `${text}.`);
  const opening = `Spend of the day by hour: ${spent}${budget} by ${formatClock(last.at, timeZone)}.`;
  return [opening, ...remarks].join(' ');
}
