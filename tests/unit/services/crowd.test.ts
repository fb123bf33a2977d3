import { expect, test } from '@jest/globals';
import { Crowd } from '../../../src/services/spend/crowd.js';

test('a part of the most that were there at once is worth a group', () => {
  const crowd = new Crowd();
  expect(crowd.worthwhile).toBe(0);
  for (const claims of [10, 100, 30]) crowd.note(claims);
  expect(crowd.worthwhile).toBeGreaterThan(30);
  expect(crowd.worthwhile).toBeLessThan(50);
});

test('those who have left are forgotten', () => {
  const crowd = new Crowd();
  crowd.note(1_000);
  for (let group = 0; group < 300; group += 1) crowd.note(2);
  expect(crowd.worthwhile).toBe(1);
});
