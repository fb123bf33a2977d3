import { describe, expect, it } from '@jest/globals';
import { describeChange } from '../../../../web/src/features/monitor/change-words.js';
import { chartModel } from '../../../../web/src/features/monitor/chart-model.js';
import { describeLead, summarise } from '../../../../web/src/features/monitor/chart-words.js';
import { shareOf } from '../../../../web/src/features/monitor/amounts.js';

const ada = { kind: 'USER', name: 'Ada' };

describe('why a status changed', () => {
  it.each([
    ['Spend reached the daily budget', 'SPEND', [], ['DAILY_BUDGET'], null],
    ['A refund freed the brand’s monthly budget', 'SPEND', ['BRAND_MONTHLY_BUDGET'], [], null],
    ['Its hours ended', 'SCHEDULE', [], ['OUTSIDE_SCHEDULE'], null],
    ['Its flight began', 'SCHEDULE', ['NOT_STARTED'], ['OUTSIDE_SCHEDULE'], null],
    ['A new day began', 'BUDGET_RESET', ['DAILY_BUDGET'], [], null],
    ['The monthly budget was reset by Ada', 'BUDGET_RESET', ['MONTHLY_BUDGET'], [], ada],
    ['The daily budget was raised by Ada', 'BUDGET_CHANGE', ['DAILY_BUDGET'], [], ada],
    ['Paused by Ada', 'USER', [], ['MANUAL_PAUSE'], ada],
    ['Its brand was activated by Ada', 'USER', ['BRAND_PAUSED'], [], ada],
  ] as const)('is: %s', (words, ...reason) => {
    const [cause, blockersBefore, blockers, actor] = reason;
    expect(describeChange({ cause, blockersBefore, blockers, actor })).toBe(words);
  });
});

describe('a chart in words', () => {
  const money = (amount: string) => ({ amount, currency: 'EUR' });
  const usage = {
    period: 'DAY' as const,
    periodStart: '2026-11-24T23:00:00.000Z',
    periodEnd: '2026-11-25T23:00:00.000Z',
    spent: money('50'),
    trueSpent: money('60'),
    budget: money('100'),
    utilization: 0.5,
  };
  const input = { series: [], usage, timeZone: 'Europe/Vienna', now: '2026-11-25T11:00:00.000Z' };

  it('raises the budget by what a reset set aside', () => {
    const model = chartModel(input);
    expect(model.capMicros).toBe(110_000_000n);
    expect(model.setAsideMicros).toBe(10_000_000n);
    expect(summarise(model)).toContain('€60.00 of the budget of €110.00 by 12:00.');
  });

  it('projects to the end of the day, and not without the time', () => {
    expect(chartModel(input).rows.at(-1)?.likely).toBe(120_000_000n);
    expect(chartModel({ ...input, now: null }).rows.at(-1)?.likely).toBeNull();
  });

  it('projects nothing once the budget is exhausted', () => {
    const model = chartModel({ ...input, usage: { ...usage, spent: money('100') } });
    expect(model.outlook.kind).toBe('exhausted');
    expect(model.rows.at(-1)?.likely).toBeNull();
  });

  it('names the lead', () => {
    expect(describeLead(0.06)?.text).toBe('Ahead of pace by 6 %');
    expect(describeLead(-0.231)?.text).toBe('Behind pace by 23 %');
    expect(describeLead(0.005)?.text).toBe('On pace');
    expect(describeLead(2.5)?.text).toBe('3.5 × the pace');
  });

  it('cuts shares, and has none without a budget', () => {
    expect(shareOf(money('99.9999999'.slice(0, 9)), money('100'))).toBeLessThan(1);
    expect(shareOf(money('1'), null)).toBeNull();
  });
});
