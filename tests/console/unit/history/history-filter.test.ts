import { expect, test } from '@jest/globals';
import { historyFilterOf } from '../../../../web/src/features/history/history-filter.js';

test('days are those of the zone, the last one included', () => {
  const filters = { brand: ['brand_1'], from: ['2026-03-28'], to: ['2026-03-29'] };
  expect(historyFilterOf({ filters }, 'Europe/Berlin')).toEqual({
    brandId: 'brand_1',
    from: '2026-03-27T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
  });
});

test('what is no date narrows nothing down', () => {
  const filters = { from: ['soon'], to: ['2026-02-31x'] };
  expect(historyFilterOf({ filters }, 'UTC')).toEqual({});
});
