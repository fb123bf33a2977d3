import { describe, expect, it } from '@jest/globals';
import { formatAuditValue, labelOf } from '../../../../web/src/features/audit/audit-values.js';

const SETTING = { timeZone: 'UTC', currency: null };

describe('a value of the audit log', () => {
  it.each([
    ['role', 'ADMIN', 'Admin'],
    ['brandIds', null, 'all'],
    ['brandIds', ['brand_1'], '1 brand'],
    ['brandIds', ['brand_1', 'brand_2'], '2 brands'],
    ['desiredStatus', 'PAUSED', 'paused'],
    ['currency', 'EUR', 'EUR'],
    ['expiresAt', null, 'none'],
    ['name', '', '(empty)'],
    ['entries', 5003, '5,003'],
    ['isOn', true, 'yes'],
    ['campaignId', 'campaign_01m5wsej20ehx8pc23x9br25nr', '…br25nr'],
    ['other', { a: 1 }, '{"a":1}'],
  ])('of %p is told to people', (name, value, text) => {
    expect(formatAuditValue(name, value, SETTING)).toBe(text);
  });

  it('keeps the digits of an amount whose currency is not known', () => {
    expect(formatAuditValue('dailyBudget', '1234.500001', SETTING)).toBe('1234.500001');
    const unknown = { ...SETTING, currency: 'XX' };
    expect(formatAuditValue('dailyBudget', '1234.5', unknown)).toBe('1234.5');
  });

  it('tells the windows of a schedule', () => {
    const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
    const windows = [
      { days: weekdays, startMinute: 480, endMinute: 1080 },
      { days: ['SATURDAY', 'SUNDAY'], startMinute: 0, endMinute: 1440 },
    ];
    const text = 'Mon–Fri 08:00–18:00; Sat, Sun 00:00–24:00';
    expect(formatAuditValue('windows', windows, SETTING)).toBe(text);
    expect(formatAuditValue('windows', [], SETTING)).toBe('around the clock');
    const many = [...windows, ...windows];
    expect(formatAuditValue('windows', many, SETTING)).toMatch(/; and 1 more$/);
  });

  it('is labelled in words', () => {
    expect(labelOf('dailyBudget')).toBe('Daily budget');
    expect(labelOf('externalId')).toBe('External id');
    expect(labelOf('somethingNew')).toBe('Something new');
  });
});
