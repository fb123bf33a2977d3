import type { SpendPoint } from '../../domain/spend/spend-series.js';
import { SpendPointType } from '../../schema/spend/spend-point-type.js';

/** The points in the currency of their owner's brand. */
export function toSpendPoints(points: readonly SpendPoint[], currency: string): SpendPointType[] {
  return points.map((point) => new SpendPointType(point, currency));
}
