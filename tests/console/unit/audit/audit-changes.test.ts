import { describe, expect, it } from '@jest/globals';
import { auditChanges } from '../../../../web/src/features/audit/audit-changes.js';

const SETTING = { timeZone: 'Europe/Berlin', currency: 'EUR' };

describe('what a row of the audit log says was changed', () => {
  it('is only what is not the same, in the order of the log', () => {
    const before = { name: 'Lights', dailyBudget: '75', endsAt: null, windows: [] };
    const after = { name: 'Lights', dailyBudget: '1234.5', endsAt: '2027-01-31T22:00:00.000Z' };
    expect(auditChanges(before, { ...after, windows: [] }, SETTING)).toEqual([
      { name: 'dailyBudget', label: 'Daily budget', before: '€75.00', after: '€1,234.50' },
      { name: 'endsAt', label: 'Ends', before: 'none', after: '31 Jan 2027, 23:00:00' },
    ]);
  });

  it('has no before of what was made, and leaves out what it does not have', () => {
    expect(auditChanges(null, { name: 'Spring', externalId: null }, SETTING)).toEqual([
      { name: 'name', label: 'Name', before: null, after: 'Spring' },
    ]);
  });

  it('has no after of what is gone', () => {
    const [change] = auditChanges({ email: 'ada@example.com' }, null, SETTING);
    expect(change).toMatchObject({ label: 'E-mail', before: 'ada@example.com', after: null });
  });

  it('tells an amount in the currency that the row itself names', () => {
    const after = { amount: '12.345678', currency: 'KWD' };
    const [amount] = auditChanges(null, after, SETTING);
    expect(amount?.after?.replaceAll('\u00A0', ' ')).toBe('KWD 12.345678');
  });

  it('is nothing where there are no values', () => {
    expect(auditChanges(null, null, SETTING)).toEqual([]);
  });

  it('holds a value that is no object', () => {
    expect(auditChanges(null, 'text', SETTING)).toMatchObject([{ name: 'value', after: 'text' }]);
  });
});
