import fc from 'fast-check';
import { MINUTES_PER_WEEK } from '../../../../src/domain/schedule/week.js';
import { type Cell, CELLS, stretchOf } from '../../../../web/src/features/schedule/hours/cell.js';
import { type OpenHours, unionOf } from '../../../../web/src/features/schedule/hours/open-hours.js';

/** An hour of the week. */
export function cells(): fc.Arbitrary<Cell> {
  return fc.constantFrom(...CELLS);
}

/** Any minutes of a week: whole hours, and stretches to the minute. */
export function openHours(): fc.Arbitrary<OpenHours> {
  const toTheMinute = fc
    .tuple(fc.nat({ max: MINUTES_PER_WEEK - 1 }), fc.integer({ min: 1, max: 3_000 }))
    .map(([start, length]) => ({ start, end: Math.min(MINUTES_PER_WEEK, start + length) }));
  return fc
    .tuple(fc.array(cells(), { maxLength: 60 }), fc.array(toTheMinute, { maxLength: 8 }))
    .map(([whole, exact]) => unionOf([...whole.map(stretchOf), ...exact]));
}
