import { expect, test } from '@jest/globals';
import { describeAge, describeDistance } from '../../../../web/src/features/campaigns/distance.js';

const NOW = '2026-11-25T12:00:00.000Z';

test.each([
  ['2026-11-25T12:00:30.000Z', 'in less than a minute'],
  ['2026-11-25T11:59:30.000Z', 'just now'],
  ['2026-11-25T12:59:59.000Z', 'in 59 min'],
  ['2026-11-25T15:20:00.000Z', 'in 3 h 20 min'],
  ['2026-11-25T15:00:00.000Z', 'in 3 h'],
  ['2026-11-25T01:30:00.000Z', '10 h ago'],
  ['2026-11-27T13:00:00.000Z', 'in 2 d 1 h'],
  ['2026-11-18T05:00:00.000Z', '7 d ago'],
])('%s is %s', (instant, words) => {
  expect(describeDistance(instant, NOW)).toBe(words);
});

test('what a clock that lags has not reached yet was just now', () => {
  expect(describeAge('2026-11-25T12:00:10.000Z', NOW)).toBe('just now');
});
