import { describe, expect, it } from '@jest/globals';
import {
  type ChangeReason,
  describeChange,
} from '../../../../web/src/features/monitor/change-words.js';
import { chartModel } from '../../../../web/src/features/monitor/chart-model.js';
import { describeLead, summarise } from '../../../../web/src/features/monitor/chart-words.js';

const ada = { kind: 'USER', name: 'Ada' };
const alone = { blockersBefore: [], blockers: [], actor: null };

const REASONS: readonly (readonly [string, ChangeReason])[] = [
  ['Spend reached the daily budget', { ...alone, cause: 'SPEND', blockers: ['DAILY_BUDGET'] }],
  [
    'A refund freed the brand’s monthly budget',
    { ...alone, cause: 'SPEND', blockersBefore: ['BRAND_MONTHLY_BUDGET'] },
  ],
  ['Its hours ended', { ...alone, cause: 'SCHEDULE', blockers: ['OUTSIDE_SCHEDULE'] }],
  [
    'Its flight began',
    {
      ...alone,
      cause: 'SCHEDULE',
      blockersBefore: ['NOT_STARTED'],
      blockers: ['OUTSIDE_SCHEDULE'],
    },
  ],
  ['A new day began', { ...alone, cause: 'BUDGET_RESET', blockersBefore: ['DAILY_BUDGET'] }],
  [
    'The monthly budget was reset by Ada',
    { ...alone, cause: 'BUDGET_RESET', blockersBefore: ['MONTHLY_BUDGET'], actor: ada },
  ],
  [
    'The daily budget was raised by Ada',
    { ...alone, cause: 'BUDGET_CHANGE', blockersBefore: ['DAILY_BUDGET'], actor: ada },
  ],
  ['Paused by Ada', { ...alone, cause: 'USER', blockers: ['MANUAL_PAUSE'], actor: ada }],
  [
    'Its brand was activated by Ada',
    { ...alone, cause: 'USER', blockersBefore: ['BRAND_PAUSED'], actor: ada },
  ],
];

describe('why a status changed', () => {
  it.each(REASONS)('is: %s', (words, reason) => {
    expect(describeChange(reason)).toBe(words);
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
});
