import { describe, expect, test } from '@jest/globals';
import { EMPTY_TOTALS } from '../../../src/domain/budget/tally.js';
import type { CreateBrandRequest } from '../../../src/services/brands/brand-requests.js';
import { createBrand } from '../../../src/services/brands/create-brand.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch, brandRequest, campaignRequest } from '../../support/requests.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();

function create(details: Partial<CreateBrandRequest> = {}, caller = world.caller) {
  return createBrand(world.kernel, caller, brandRequest(details));
}

async function countBrands(): Promise<number> {
  const rows = await world.rows('select 1 from brand where agency_id = $1', [
    world.caller.agencyId,
  ]);
  return rows.length;
}

describe('a new brand', () => {
  test('is ACTIVE in its first local day and month, with nothing spent', async () => {
    const snapshot = await world.aBrand({
      name: '  Acme ',
      externalId: 'crm-1',
      currency: 'KWD',
      timeZone: 'Pacific/Auckland',
      dailyBudget: '10.125',
      monthlyBudget: '999999999999.999',
    });
    expect(snapshot).toMatchObject({
      totals: EMPTY_TOTALS,
      at: instant(START),
      brand: {
        agencyId: world.caller.agencyId,
        name: 'Acme',
        externalId: 'crm-1',
        currency: 'KWD',
        timeZone: 'Pacific/Auckland',
        status: 'ACTIVE',
        dailyBudgetMicros: 10_125_000n,
        monthlyBudgetMicros: 999_999_999_999_999_000n,
        day: { date: '2026-07-16', startsAt: instant('2026-07-16T00:00+12:00') },
        month: { date: '2026-07-01', endsAt: instant('2026-08-01T00:00+12:00') },
        createdAt: instant(START),
        updatedAt: instant(START),
        version: 1,
      },
    });
  });

  test('is read as it was answered, whatever its name holds', async () => {
    const name = `[raw]: now() (#1) O'Neill "&" <b>\\ ? ?? $1 :x %s -- 🎈 \u2028 ${'é'.repeat(100)}`;
    const made = await world.aBrand({ name, externalId: `it's \\ "?" $1` });
    expect(await world.brandNow(made.brand.id)).toEqual(made);
  });

  test('costs a number of statements that is the same with a key and with none, but for the key', async () => {
    const plain = await world.statementsOf(() => create());
    const keyed = await world.statementsOf(() => create({ idempotencyKey: 'k' }));
    expect(keyed.length).toBe(plain.length + 1);
  });
});

describe('the fields of a new brand', () => {
  test.each<[string, Partial<CreateBrandRequest>, string[]]>([
    ['an empty name', { name: ' ' }, ['input.name INVALID']],
    ['a name with a lone surrogate', { name: 'a\ud800' }, ['input.name INVALID']],
    ['a name with a NUL', { name: 'a\u0000' }, ['input.name INVALID']],
    ['an externalId beyond ASCII', { externalId: 'é' }, ['input.externalId INVALID']],
    ['an empty externalId', { externalId: '' }, ['input.externalId INVALID']],
    ['a key with a control character', { idempotencyKey: 'a\n' }, ['input.idempotencyKey INVALID']],
    ['an unknown currency', { currency: 'EURO' }, ['input.currency INVALID']],
    ['a currency without an exponent', { currency: 'XAU' }, ['input.currency INVALID']],
    ['an offset as zone', { timeZone: '+02:00' }, ['input.timeZone INVALID']],
    ['a zone in another spelling', { timeZone: 'europe/vienna' }, ['input.timeZone INVALID']],
    ['a cap of nothing', { dailyBudget: '0' }, ['input.dailyBudget OUT_OF_RANGE']],
    ['a cap below nothing', { dailyBudget: '-1' }, ['input.dailyBudget OUT_OF_RANGE']],
    ['a cap of 10^12', { monthlyBudget: '1000000000000' }, ['input.monthlyBudget OUT_OF_RANGE']],
    ['a third decimal of euros', { dailyBudget: '1.234' }, ['input.dailyBudget TOO_PRECISE']],
    [
      'any decimal of yens',
      { currency: 'JPY', dailyBudget: '1.0' },
      ['input.dailyBudget TOO_PRECISE'],
    ],
    [
      'many flaws at once',
      { name: '', externalId: '', timeZone: 'Mars', dailyBudget: '0', monthlyBudget: '0.001' },
      [
        'input.name INVALID',
        'input.externalId INVALID',
        'input.timeZone INVALID',
        'input.dailyBudget OUT_OF_RANGE',
        'input.monthlyBudget TOO_PRECISE',
      ],
    ],
  ])('are refused for %s, and nothing is made', async (_, details, expected) => {
    expect(refusals(await create(details))).toEqual(expected);
    expect(await countBrands()).toBe(0);
  });

  test('allow a daily cap above the monthly one, and names that are not unique', async () => {
    await world.aBrand({ name: 'Acme', dailyBudget: '100', monthlyBudget: '10' });
    await world.aBrand({ name: 'Acme' });
    expect(await countBrands()).toBe(2);
  });
});

describe("a brand's externalId", () => {
  test('is TAKEN for ever in its agency, also when that brand is archived', async () => {
    const { brand } = await world.aBrand({ externalId: 'crm-1' });
    expect(refusals(await create({ externalId: 'crm-1' }))).toEqual(['input.externalId TAKEN']);
    accepted(
      await updateBrand(
        world.kernel,
        world.caller,
        brandPatch({ id: brand.id, status: 'ARCHIVED' }),
      ),
    );
    expect(refusals(await create({ externalId: 'crm-1' }))).toEqual(['input.externalId TAKEN']);
  });

  test('is free for campaigns, in other letters, and in another agency', async () => {
    const { brand } = await world.aBrand({ externalId: 'crm-1' });
    await world.aCampaign({ brandId: brand.id, externalId: 'crm-1' });
    await world.aBrand({ externalId: 'CRM-1' });
    accepted(await create({ externalId: 'crm-1' }, await world.aStranger()));
  });

  test('goes to one of many that ask at the same moment', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => create({ externalId: 'crm-1' })),
    );
    const refused = outcomes.filter(({ ok }) => !ok);
    expect(refused.flatMap(refusals)).toEqual(Array(9).fill('input.externalId TAKEN'));
    expect(await countBrands()).toBe(1);
  });
});

describe('an idempotency key', () => {
  const input = { name: 'Acme', externalId: 'crm-1', dailyBudget: '10', idempotencyKey: 'key-1' };

  test('answers the same input with the brand made first, as it is now', async () => {
    const { brand } = accepted(await create(input));
    world.at('2027-03-01T00:00Z');
    const patch = brandPatch({ id: brand.id, name: 'Other', status: 'ARCHIVED' });
    accepted(await updateBrand(world.kernel, world.caller, patch));
    const again = accepted(await create({ ...input, name: ' Acme ', dailyBudget: '10.00' }));
    expect(again).toEqual(await world.brandNow(brand.id));
    expect(again.brand).toMatchObject({ id: brand.id, name: 'Other', status: 'ARCHIVED' });
    expect(await countBrands()).toBe(1);
  });

  test.each<[string, Partial<CreateBrandRequest>]>([
    ['name', { name: 'Acme 2' }],
    ['externalId', { externalId: null }],
    ['currency', { currency: 'USD' }],
    ['zone', { timeZone: 'Europe/Vienna' }],
    ['daily cap', { dailyBudget: '10.01' }],
    ['monthly cap', { monthlyBudget: '10' }],
  ])('is an IDEMPOTENCY_CONFLICT with another %s', async (_, other) => {
    accepted(await create(input));
    const outcome = await create({ ...input, ...other });
    expect(refusals(outcome)).toEqual(['input.idempotencyKey IDEMPOTENCY_CONFLICT']);
    expect(await countBrands()).toBe(1);
  });

  test('makes one brand of many calls at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => create(input)));
    const ids = outcomes.map((outcome) => accepted(outcome).brand.id);
    expect(new Set(ids).size).toBe(1);
    expect(await countBrands()).toBe(1);
  });

  test('stays free when the brand is refused', async () => {
    await world.aBrand({ externalId: 'crm-1' });
    expect(refusals(await create(input))).toEqual(['input.externalId TAKEN']);
    accepted(await create({ ...input, externalId: 'crm-2' }));
  });

  test('is free for campaigns and in another agency', async () => {
    const { brand } = accepted(await create(input));
    const stranger = await world.aStranger();
    const theirs = accepted(await create(input, stranger));
    expect(theirs.brand.id).not.toBe(brand.id);
    const request = campaignRequest({ brandId: brand.id, idempotencyKey: 'key-1' });
    accepted(await createCampaign(world.kernel, world.caller, request));
  });
});
