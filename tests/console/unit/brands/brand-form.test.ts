import { describe, expect, it } from '@jest/globals';
import type { BrandRowFragment } from '../../../../web/src/client/generated/graphql.js';
import {
  BRAND_RULES,
  type BrandValues,
  brandValuesOf,
  createBrandInput,
  newBrandValues,
  updateBrandInput,
} from '../../../../web/src/features/brands/brand-form.js';

const VALUES: BrandValues = {
  ...newBrandValues('Europe/Vienna'),
  name: 'Alpenglow',
  currency: 'JPY',
};

const BRAND = {
  id: 'brand_1',
  version: 7,
  name: 'Alpenglow',
  externalId: null,
  currency: 'EUR',
  timeZone: 'Europe/Vienna',
  status: 'ACTIVE',
  dailyBudget: { amount: '900', currency: 'EUR' },
  monthlyBudget: null,
} as unknown as BrandRowFragment;

describe('a budget as it is typed', () => {
  it('has no more decimals than the currency', () => {
    expect(BRAND_RULES.dailyBudget('1000', VALUES)).toBeNull();
    expect(BRAND_RULES.dailyBudget('10.5', VALUES)).toBe('This currency has no decimals.');
    const dinars = { ...VALUES, currency: 'KWD' };
    expect(BRAND_RULES.monthlyBudget('10.125', dinars)).toBeNull();
    expect(BRAND_RULES.monthlyBudget('10.1255', dinars)).toBe('At most 3 decimals.');
  });

  it('may be none', () => {
    expect(BRAND_RULES.dailyBudget('  ', VALUES)).toBeNull();
    expect(createBrandInput(VALUES, 'key')).toMatchObject({
      dailyBudget: null,
      externalId: null,
      idempotencyKey: 'key',
    });
  });
});

describe('a change of a brand', () => {
  it('sends what differs from what was read, with its version', () => {
    const typed = { ...brandValuesOf(BRAND), dailyBudget: '', externalId: 'alp' };
    expect(updateBrandInput(BRAND, typed)).toEqual({
      id: 'brand_1',
      version: 7,
      dailyBudget: null,
      externalId: 'alp',
    });
  });
});

describe('the name and the key of a brand', () => {
  it('are held to the rules of the server', () => {
    expect(BRAND_RULES.name('  ')).toBe('Give it a name.');
    expect(BRAND_RULES.name('é'.repeat(200))).toBeNull();
    expect(BRAND_RULES.name('é'.repeat(201))).not.toBeNull();
    expect(BRAND_RULES.externalId('')).toBeNull();
    expect(BRAND_RULES.externalId('ä')).not.toBeNull();
  });
});
