import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/domain/errors.js';
import { encodeId } from '../../../src/domain/ids.js';
import { UNKNOWN_ID, uuidOf } from '../../../src/resolvers/decode-ids.js';
import { toUpdateBrandRequest } from '../../../src/resolvers/mapping/brand-requests.js';
import { toCreateCampaignRequest } from '../../../src/resolvers/mapping/campaign-requests.js';
import { findKey } from '../../../src/resolvers/mapping/find-key.js';
import { toRecordSpendRequest } from '../../../src/resolvers/mapping/spend-requests.js';
import { UpdateBrandInput } from '../../../src/schema/brand/update-brand-input.js';
import { CreateCampaignInput } from '../../../src/schema/campaign/create-campaign-input.js';
import { DaypartingWindowInput } from '../../../src/schema/schedule/dayparting-window-input.js';
import { RecordSpendInput } from '../../../src/schema/spend/record-spend-input.js';

const UUID = '0197a3f0-0000-7000-8000-000000000001';

/** An input as it is made of what a client sent. */
function sent<T extends object>(Input: new () => T, fields: Partial<T>): T {
  return Object.assign(new Input(), fields);
}

describe('an id', () => {
  test('is decoded', () => {
    expect(uuidOf('brand', encodeId('brand', UUID))).toBe(UUID);
  });

  test.each(['', 'brand_', 'brand_zzz', UUID, encodeId('campaign', UUID)])(
    'that is none of a brand (%p) becomes one that no row has',
    (id) => {
      expect(uuidOf('brand', id)).toBe(UNKNOWN_ID);
    },
  );
});

describe('a patch', () => {
  test('tells what is absent from what is null', () => {
    const input = sent(UpdateBrandInput, {
      id: encodeId('brand', UUID),
      dailyBudget: null,
      name: 'A',
    });
    expect(toUpdateBrandRequest(input)).toEqual({
      id: UUID,
      version: null,
      name: 'A',
      externalId: undefined,
      timeZone: undefined,
      status: undefined,
      dailyBudget: null,
      monthlyBudget: undefined,
    });
  });
});

describe('what is created', () => {
  test('has defaults also where null is sent', () => {
    const input = sent(CreateCampaignInput, {
      brandId: encodeId('brand', UUID),
      name: 'A',
      desiredStatus: null,
      windows: null,
    });
    expect(toCreateCampaignRequest(input)).toMatchObject({ desiredStatus: 'ACTIVE', windows: [] });
  });

  test('has windows in minutes, as they were sent', () => {
    const input = sent(CreateCampaignInput, {
      brandId: encodeId('brand', UUID),
      name: 'A',
      windows: [sent(DaypartingWindowInput, { days: ['FRIDAY'], start: 1320, end: 0 })],
    });
    expect(toCreateCampaignRequest(input).windows).toEqual([
      { days: ['FRIDAY'], startMinute: 1320, endMinute: 0 },
    ]);
  });
});

describe('a spend', () => {
  test('without source and time is from the api and of now', () => {
    const input = sent(RecordSpendInput, {
      amount: '1',
      eventId: 'e',
      source: null,
      occurredAt: null,
    });
    expect(toRecordSpendRequest(input)).toEqual({
      campaignId: null,
      campaignExternalId: null,
      amount: '1',
      currency: null,
      eventId: 'e',
      source: 'api',
      occurredAt: null,
    });
  });
});

describe('a single object', () => {
  test('is named by its id or by its externalId', () => {
    expect(findKey('brand', encodeId('brand', UUID), undefined)).toEqual({ id: UUID });
    expect(findKey('brand', null, 'x')).toEqual({ externalId: 'x' });
  });

  test.each([
    [undefined, undefined],
    [null, null],
    ['x', 'y'],
  ])('is not named by %p and %p', (id, externalId) => {
    expect(() => findKey('brand', id, externalId)).toThrow(InputError);
  });
});
