import { describe, expect, it } from '@jest/globals';
import type { CampaignFormFragment } from '../../../../web/src/client/generated/graphql.js';
import {
  type CampaignFormValues,
  changesOf,
  EMPTY_CAMPAIGN,
  inputOf,
  valuesOf,
} from '../../../../web/src/features/campaigns/campaign-form-values.js';

const CAMPAIGN: CampaignFormFragment = {
  id: 'campaign_1',
  version: 3,
  name: 'Boots',
  externalId: null,
  desiredStatus: 'ACTIVE',
  startsAt: '2026-10-25T01:30:00.123Z',
  endsAt: null,
  dailyBudget: { amount: '12.5', currency: 'EUR' },
  monthlyBudget: null,
  brand: { id: 'brand_1', name: 'Acme', currency: 'EUR', timeZone: 'Europe/Berlin' },
};
const BEFORE = valuesOf(CAMPAIGN);

function typed(changes: Partial<CampaignFormValues>): CampaignFormValues {
  return { ...BEFORE, ...changes };
}

describe('the values of a campaign', () => {
  it('are texts in the zone of its brand', () => {
    expect(BEFORE).toMatchObject({
      name: 'Boots',
      externalId: '',
      dailyBudget: '12.5',
      monthlyBudget: '',
      startsAt: '2026-10-25T02:30',
      endsAt: '',
    });
  });
});

describe('what is sent of a change', () => {
  it('is nothing if nothing was typed, even of an instant that the clocks show twice', () => {
    expect(changesOf(BEFORE, BEFORE)).toEqual({});
  });

  it('is what was typed, trimmed, and null where it was emptied', () => {
    const values = typed({ name: ' Shoes ', dailyBudget: ' ', endsAt: '2026-12-01T00:00' });
    expect(changesOf(BEFORE, values)).toEqual({
      name: 'Shoes',
      dailyBudget: null,
      endsAt: '2026-11-30T23:00:00.000Z',
    });
  });
});

describe('what is sent of a new campaign', () => {
  it('has null for all that is empty', () => {
    expect(inputOf({ ...EMPTY_CAMPAIGN, timeZone: 'UTC', name: 'New' })).toEqual({
      name: 'New',
      externalId: null,
      desiredStatus: 'ACTIVE',
      dailyBudget: null,
      monthlyBudget: null,
      startsAt: null,
      endsAt: null,
    });
  });
});
