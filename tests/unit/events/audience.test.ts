import { describe, expect, test } from '@jest/globals';
import { Audience, type Subject, type Watch } from '../../../src/events/audience.js';

const AGENCY = 'agency';
const SUBJECT = { agencyId: AGENCY, brandId: 'brand', campaignId: 'campaign' };

/** An audience of one subscriber a watch, and a way to see who of them gets an event. */
function audienceOf(watches: Readonly<Record<string, Partial<Watch>>>) {
  const audience = new Audience<string>();
  const reached: string[] = [];
  const leave = Object.entries(watches).map(([name, watch]) => {
    const receiver = {
      offer: () => reached.push(name),
      fail: () => undefined,
      end: () => undefined,
    };
    return audience.add(
      { agencyId: AGENCY, brandIds: null, brandId: null, campaignId: null, ...watch },
      receiver,
    );
  });
  const reachedBy = (subject: Subject): readonly string[] => {
    reached.length = 0;
    for (const receiver of audience.matching(subject)) receiver.offer('event');
    return reached.toSorted();
  };
  return { audience, leave, reachedBy };
}

describe('an audience', () => {
  const watches = {
    everything: {},
    brand: { brandId: 'brand' },
    campaign: { campaignId: 'campaign' },
    both: { brandId: 'brand', campaignId: 'campaign' },
    contradiction: { brandId: 'other', campaignId: 'campaign' },
    otherBrand: { brandId: 'other' },
    otherCampaign: { campaignId: 'other' },
    otherAgency: { agencyId: 'other' },
    foreignCampaign: { agencyId: 'other', campaignId: 'campaign' },
  };

  test('is reached where all that is watched holds', () => {
    const { reachedBy } = audienceOf(watches);
    expect(reachedBy(SUBJECT)).toEqual(['both', 'brand', 'campaign', 'everything']);
  });

  test('of a brand is not reached by an event about an unknown brand', () => {
    const { reachedBy } = audienceOf(watches);
    expect(reachedBy({ ...SUBJECT, brandId: null })).toEqual(['campaign', 'everything']);
  });

  test('of somebody who reaches some brands is reached by what is of these alone', () => {
    const { reachedBy } = audienceOf({
      own: { brandIds: ['brand', 'another'] },
      foreign: { brandIds: ['another'] },
      askedFor: { brandIds: ['brand'], brandId: 'brand' },
      outOfReach: { brandIds: ['another'], brandId: 'brand' },
      campaign: { brandIds: ['brand'], campaignId: 'campaign' },
      foreignCampaign: { brandIds: ['another'], campaignId: 'campaign' },
      none: { brandIds: [] },
    });
    expect(reachedBy(SUBJECT)).toEqual(['askedFor', 'campaign', 'own']);
    expect(reachedBy({ ...SUBJECT, brandId: null })).toEqual([]);
  });

  test('of somebody who reaches some brands counts as filtered by brand', () => {
    const { audience, leave } = audienceOf({ own: { brandIds: ['brand', 'another'] } });
    expect(audience.size).toBe(1);
    expect(audience.everybody()).toHaveLength(1);
    expect(audience.filtersByBrand(AGENCY)).toBe(true);
    leave[0]?.();
    expect(audience.size).toBe(0);
    expect(audience.everybody()).toEqual([]);
  });

  test('knows whether anybody watches, and whether anybody filters by brand', () => {
    const { audience, leave } = audienceOf({ campaign: watches.campaign, both: watches.both });
    expect(audience.watches(SUBJECT)).toBe(true);
    expect(audience.watches({ ...SUBJECT, campaignId: 'other' })).toBe(false);
    expect(audience.filtersByBrand(AGENCY)).toBe(true);
    leave[1]?.();
    expect(audience.filtersByBrand(AGENCY)).toBe(false);
    expect(audience.isIn(AGENCY)).toBe(true);
  });

  test('forgets those who leave, also when they leave twice', () => {
    const { audience, leave, reachedBy } = audienceOf(watches);
    for (const each of [...leave, ...leave]) each();
    expect(audience.size).toBe(0);
    expect(audience.isIn(AGENCY)).toBe(false);
    expect(audience.everybody()).toEqual([]);
    expect(reachedBy(SUBJECT)).toEqual([]);
  });
});
