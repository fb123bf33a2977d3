import type { UsageFragment } from '../../client/generated/graphql.js';

/** How much of a budget's period is over at an instant, 0 to 1. */
export function paceOf(
  { periodStart, periodEnd }: Pick<UsageFragment, 'periodStart' | 'periodEnd'>,
  now: string,
): number {
  const start = Date.parse(periodStart);
  const share = (Date.parse(now) - start) / (Date.parse(periodEnd) - start);
  return Math.min(1, Math.max(0, share));
}
