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
      { agencyId: AGENCY, brandIds: null, brands: null, campaigns: null, ...watch },
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
    brand: { brands: new Set(['brand']) },
    campaign: { campaigns: new Set(['campaign']) },
    both: { brands: new Set(['brand']), campaigns: new Set(['campaign']) },
    contradiction: { brands: new Set(['other']), campaigns: new Set(['campaign']) },
    otherBrand: { brands: new Set(['other']) },
    otherCampaign: { campaigns: new Set(['other']) },
    otherAgency: { agencyId: 'other' },
    several: { campaigns: new Set(['other', 'campaign']) },
    severalBrands: { brands: new Set(['brand', 'other']) },
    nothing: { campaigns: new Set([]) },
    foreignCampaign: { agencyId: 'other', campaigns: new Set(['campaign']) },
  };

  test('is reached where all that is watched holds', () => {
    const { reachedBy } = audienceOf(watches);
    expect(reachedBy(SUBJECT)).toEqual([
      ...['both', 'brand', 'campaign', 'everything', 'several', 'severalBrands'],
    ]);
  });

  test('of a brand is not reached by an event about an unknown brand', () => {
    const { reachedBy } = audienceOf(watches);
    expect(reachedBy({ ...SUBJECT, brandId: null })).toEqual(['campaign', 'everything', 'several']);
  });

  test('of somebody who reaches some brands is reached by what is of these alone', () => {
    const { reachedBy } = audienceOf({
      own: { brandIds: ['brand', 'another'] },
      foreign: { brandIds: ['another'] },
      askedFor: { brandIds: ['brand'], brands: new Set(['brand', 'other']) },
      outOfReach: { brandIds: ['another'], brands: new Set(['brand']) },
      campaign: { brandIds: ['brand'], campaigns: new Set(['campaign', 'other']) },
      foreignCampaign: { brandIds: ['another'], campaigns: new Set(['campaign']) },
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

  test('does not take a brand for the campaign that somebody watches, whatever they reach', () => {
    const campaigns = new Set(['brand']);
    const { reachedBy } = audienceOf({
      all: { campaigns },
      some: { brandIds: ['another'], campaigns },
      campaign: { brands: new Set(['campaign']) },
    });
    expect(reachedBy(SUBJECT)).toEqual([]);
    expect(reachedBy({ ...SUBJECT, campaignId: null })).toEqual([]);
  });

  test('ends also those who watch nothing', () => {
    const { audience } = audienceOf({
      noCampaign: { campaigns: new Set() },
      noBrand: { brandIds: ['another'], brands: new Set(['brand']) },
      several: watches.several,
    });
    expect(audience.size).toBe(3);
    expect(audience.everybody()).toHaveLength(3);
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
