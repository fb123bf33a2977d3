import { describe, expect, it } from '@jest/globals';
import {
  auditedDifferences,
  describeAction,
} from '../../../../web/src/features/history/audited-words.js';

const SURROUNDINGS = { currency: 'EUR', timeZone: 'Europe/Berlin' };

describe('a change in the audit log', () => {
  it('is told in the currency and the zone of the brand', () => {
    const entry = {
      before: { dailyBudget: null, startsAt: '2026-11-25T10:00:00.000Z', desiredStatus: 'ACTIVE' },
      after: { dailyBudget: '12.5', startsAt: null, desiredStatus: 'PAUSED' },
    };
    expect(auditedDifferences(entry, SURROUNDINGS)).toEqual([
      { name: 'Daily budget', before: 'none', after: '€12.50' },
      { name: 'Flight begins', before: '25 Nov 2026, 11:00', after: 'none' },
      { name: 'Desired status', before: 'Active', after: 'Paused' },
    ]);
  });

  it('tells a schedule by its windows', () => {
    const windows = [{ days: ['MONDAY', 'FRIDAY'], startMinute: 540, endMinute: 1_440 }];
    const entry = { before: { windows: [] }, after: { windows } };
    expect(auditedDifferences(entry, SURROUNDINGS)).toEqual([
      { name: 'Schedule', before: 'always', after: 'Mon Fri 09:00–24:00' },
    ]);
  });

  it('tells of a reset which period it was', () => {
    const after = { period: 'MONTH', date: '2026-11-01', spent: '0' };
    const before = { ...after, spent: '7.5' };
    expect(describeAction({ action: 'campaign.reset_budget', after })).toBe('reset its month');
    expect(auditedDifferences({ before, after }, SURROUNDINGS)).toEqual([
      { name: 'Counted as spent', before: '€7.50', after: '€0.00' },
    ]);
  });

  it('leaves an action that it does not know as it is called', () => {
    expect(describeAction({ action: 'campaign.fly', after: null })).toBe('campaign.fly');
  });
});
