import { expect, test } from '@jest/globals';
import { changedNames, keepTyped } from '../../../../web/src/kit/form/three-way.js';

const BEFORE = { name: 'Boots', dailyBudget: '10', monthlyBudget: '', reason: '' };

test('what was typed is kept, and the rest is theirs', () => {
  const latest = { ...BEFORE, name: 'Theirs', dailyBudget: '99', monthlyBudget: '500' };
  const typed = { ...BEFORE, dailyBudget: '20', reason: 'more' };
  expect(keepTyped(typed, { before: BEFORE, latest })).toEqual({
    ...latest,
    dailyBudget: '20',
    reason: 'more',
  });
});

test('what differs is named', () => {
  expect(changedNames(BEFORE, { ...BEFORE, reason: 'more', name: 'Shoes' })).toEqual([
    'name',
    'reason',
  ]);
  expect(changedNames(BEFORE, { ...BEFORE })).toEqual([]);
});
