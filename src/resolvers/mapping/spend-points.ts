import type { SpendPoint } from '../../domain/spend/spend-series.js';
import { moneyOf } from '../../schema/money/money-type.js';
import type { SpendPointType } from '../../schema/spend/spend-point-type.js';

export function toSpendPoints(points: readonly SpendPoint[], currency: string): SpendPointType[] {
  return points.map(({ start, spentMicros }) => ({ start, spent: moneyOf(spentMicros, currency) }));
}
