import { describe, expect, it } from '@jest/globals';
import {
  type CampaignNow,
  describeOutcome,
} from '../../../../web/src/features/spend/spend-outcome.js';

const ACTIVE: CampaignNow = { status: 'ACTIVE', blockers: [] };
const DAY_SPENT: CampaignNow = { status: 'PAUSED', blockers: [{ code: 'DAILY_BUDGET' }] };

describe('what a spend did to its campaign', () => {
  it('names the budget that it exhausted', () => {
    expect(describeOutcome(ACTIVE, DAY_SPENT)).toBe(
      'It exhausted the daily budget: the campaign is paused now.',
    );
    const brandSpent: CampaignNow = {
      status: 'PAUSED',
      blockers: [{ code: 'BRAND_MONTHLY_BUDGET' }],
    };
    expect(describeOutcome(ACTIVE, brandSpent)).toBe(
      'It exhausted the brand’s monthly budget: the campaign is paused now.',
    );
  });

  it('does not blame itself for what held before', () => {
    expect(describeOutcome(DAY_SPENT, DAY_SPENT)).toBe(
      'The campaign stays paused: its daily budget is spent.',
    );
  });

  it('says what else stopped the campaign meanwhile', () => {
    const off: CampaignNow = { status: 'INACTIVE', blockers: [{ code: 'OUTSIDE_SCHEDULE' }] };
    expect(describeOutcome(ACTIVE, off)).toBe(
      'The campaign is inactive now: no window of its schedule is open.',
    );
  });

  it('says that a campaign runs, and that it does again', () => {
    expect(describeOutcome(ACTIVE, ACTIVE)).toBe('The campaign is active.');
    expect(describeOutcome(DAY_SPENT, ACTIVE)).toBe('The campaign is active again.');
  });
});
