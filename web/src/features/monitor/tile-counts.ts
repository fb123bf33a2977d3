import type { BlockerCode, OverviewQuery } from '../../client/generated/graphql.js';

/** How many campaigns have a status for one reason. */
export type StatusCount = OverviewQuery['overview']['counts'][number];

/** The kinds of reasons that a tile counts. */
export type TileKind = 'active' | 'budget' | 'schedule' | 'hand' | 'other';

const KINDS: Readonly<Record<BlockerCode, TileKind>> = {
  DAILY_BUDGET: 'budget',
  MONTHLY_BUDGET: 'budget',
  BRAND_DAILY_BUDGET: 'budget',
  BRAND_MONTHLY_BUDGET: 'budget',
  OUTSIDE_SCHEDULE: 'schedule',
  MANUAL_PAUSE: 'hand',
  BRAND_PAUSED: 'hand',
  NOT_STARTED: 'other',
  ENDED: 'other',
  ARCHIVED: 'other',
};

/** In this order reasons stand beside each other: those alike together. */
export const REASON_ORDER = Object.keys(KINDS) as readonly BlockerCode[];

/** How many campaigns there are of each kind; each campaign is in exactly one. */
export function countByKind(counts: readonly StatusCount[]): Readonly<Record<TileKind, number>> {
  const sums = { active: 0, budget: 0, schedule: 0, hand: 0, other: 0 };
  for (const { blocker, count } of counts) {
    sums[blocker === null ? 'active' : KINDS[blocker]] += count;
  }
  return sums;
}

/** The reasons of a kind as an address asks for them. */
export function reasonsOf(kind: TileKind): string {
  return REASON_ORDER.filter((code) => KINDS[code] === kind).join(',');
}

/** The counts that are not zero: those that run first, then in {@link REASON_ORDER}. */
export function sortCounts(counts: readonly StatusCount[]): readonly StatusCount[] {
  const place = ({ blocker }: StatusCount): number =>
    blocker === null ? -1 : REASON_ORDER.indexOf(blocker);
  return counts.filter(({ count }) => count > 0).sort((a, b) => place(a) - place(b));
}
