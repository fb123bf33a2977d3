import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cellsAt,
  HEADER,
  type Position,
  positionAfter,
} from '../../../../web/src/features/schedule/grid/position.js';

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

function after(position: Position, name: string, withControl = false): Position | null {
  return positionAfter(position, { name, withControl }, 'across');
}

describe('the keys of the grid', () => {
  test('never lead out of it, whichever way the hours run', () => {
    const steps = fc.record({
      name: fc.constantFrom(...KEYS),
      withControl: fc.boolean(),
      direction: fc.constantFrom('across' as const, 'down' as const),
    });
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 80 }), (keys) => {
        let position: Position = { day: 0, hour: 0 };
        for (const { direction, ...key } of keys) {
          position = positionAfter(position, key, direction) ?? position;
          expect(position.day).toBeGreaterThanOrEqual(HEADER);
          expect(position.day).toBeLessThan(7);
          expect(position.hour).toBeGreaterThanOrEqual(HEADER);
          expect(position.hour).toBeLessThan(24);
        }
      }),
    );
  });

  test('move by an hour and by a day, and to the ends of a day and of the week', () => {
    const noon = { day: 2, hour: 12 };
    expect(after(noon, 'ArrowRight')).toEqual({ day: 2, hour: 13 });
    expect(after(noon, 'ArrowUp')).toEqual({ day: 1, hour: 12 });
    expect(after(noon, 'Home')).toEqual({ day: 2, hour: 0 });
    expect(after(noon, 'End', true)).toEqual({ day: 6, hour: 23 });
    expect(after(noon, 'x')).toBeNull();
    expect(positionAfter(noon, { name: 'ArrowRight', withControl: false }, 'down')).toEqual({
      day: 3,
      hour: 12,
    });
  });

  test('reach the headers, which stand for a day, an hour of all days, and the week', () => {
    expect(after({ day: 0, hour: 0 }, 'ArrowUp')).toEqual({ day: HEADER, hour: 0 });
    expect(cellsAt({ day: 3, hour: HEADER })).toHaveLength(24);
    expect(cellsAt({ day: HEADER, hour: 3 })).toHaveLength(7);
    expect(cellsAt({ day: HEADER, hour: HEADER })).toHaveLength(168);
    expect(cellsAt({ day: 3, hour: 3 })).toEqual([{ day: 3, hour: 3 }]);
  });
});
