import { describe, expect, it, test } from '@jest/globals';
import {
  type CampaignFormValues,
  EMPTY_CAMPAIGN,
} from '../../../../web/src/features/campaigns/campaign-form-values.js';
import {
  budgetProblem,
  validateCampaign,
} from '../../../../web/src/features/campaigns/validate-campaign.js';

const VALID: CampaignFormValues = {
  ...EMPTY_CAMPAIGN,
  brandId: 'brand_1',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  name: 'Boots',
};

function problemsOf(changes: Partial<CampaignFormValues>): readonly string[] {
  const problems = Object.entries(validateCampaign({ ...VALID, ...changes }));
  return problems.flatMap(([field, problem]) => (problem === null ? [] : [field]));
}

describe('the form of a campaign', () => {
  it('takes one with a brand and a name', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test.each<[string, Partial<CampaignFormValues>]>([
    ['brandId', { brandId: '' }],
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['externalId', { externalId: 'schön' }],
    ['dailyBudget', { dailyBudget: '12.345' }],
    ['monthlyBudget', { monthlyBudget: '0' }],
    ['startsAt', { startsAt: '2026-02-30T10:00' }],
    ['endsAt', { startsAt: '2026-12-01T00:00', endsAt: '2026-12-01T00:00' }],
  ])('says what is wrong with %s', (field, changes) => {
    expect(problemsOf(changes)).toEqual([field]);
  });

  it('takes a flight between two times that the clocks skip and show twice', () => {
    expect(problemsOf({ startsAt: '2026-03-29T02:30', endsAt: '2026-10-25T02:30' })).toEqual([]);
  });
});

describe('a budget', () => {
  test.each([
    ['', 'EUR'],
    [' 12.50 ', 'EUR'],
    ['1', 'JPY'],
    ['75.125', 'KWD'],
  ])('may be %j in %s', (text, currency) => {
    expect(budgetProblem(text, currency)).toBeNull();
  });

  test.each([
    ['1,000', 'EUR', 'Digits'],
    ['1e3', 'EUR', 'Digits'],
    ['-5', 'EUR', 'More than 0'],
    ['1.5', 'JPY', 'no decimals'],
    ['1.2345', 'KWD', 'no more than 3'],
  ])('may not be %j in %s', (text, currency, problem) => {
    expect(budgetProblem(text, currency)).toContain(problem);
  });
});
