import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  CreateBrandDocument,
  CreateCampaignDocument,
  RecordRefundDocument,
  RecordSpendDocument,
  UpdateBrandDocument,
  UpdateCampaignDocument,
  type UserErrorPartsFragment,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' });

const brand = { id: '' };
const campaign = { id: '' };

beforeAll(async () => {
  brand.id = (await scenario.aBrand()).id;
  campaign.id = (await scenario.aCampaign(brand)).id;
});

type Refused = Promise<readonly UserErrorPartsFragment[]>;

/** Every operation that takes a name and an external id, with what it is refused for. */
const WRITES: Record<string, (fields: { name?: string; externalId?: string }) => Refused> = {
  'a new brand': async (fields) => {
    const input = { name: 'B', currency: 'EUR', ...fields };
    return (await scenario.run(CreateBrandDocument, { input })).createBrand.userErrors;
  },
  'a brand': async (fields) => {
    const input = { id: brand.id, ...fields };
    return (await scenario.run(UpdateBrandDocument, { input })).updateBrand.userErrors;
  },
  'a new campaign': async (fields) => {
    const input = { brandId: brand.id, name: 'C', ...fields };
    return (await scenario.run(CreateCampaignDocument, { input })).createCampaign.userErrors;
  },
  'a campaign': async (fields) => {
    const input = { id: campaign.id, ...fields };
    return (await scenario.run(UpdateCampaignDocument, { input })).updateCampaign.userErrors;
  },
};

const NO_NAMES = {
  empty: '',
  blank: ' \u00a0\u3000 ',
  'of 201 characters': 'x'.repeat(201),
  'with a tab': 'a\tb',
  'with a line break': 'a\nb',
  'with NUL': 'a\u0000b',
  'with DEL': 'a\u007fb',
  'with a later control character': 'a\u0085b',
  'with half a surrogate pair': 'a\ud83d',
  'with the other half': '\ude00b',
};
const NO_KEYS = [
  '',
  'ü',
  'a\tb',
  'a\u0000',
  'a\u007f',
  '\u00a0',
  '€',
  '😀',
  '\ud83d',
  'x'.repeat(129),
];

describe.each(Object.entries(WRITES))('%s', (what, write) => {
  test('has a name of 1 to 200 characters after trimming', async () => {
    for (const name of ['x', ` \u3000${'x'.repeat(200)} `, '😀'.repeat(200)]) {
      expect(await write({ name })).toEqual([]);
    }
  });

  test.each(Object.entries(NO_NAMES))('has no name that is %s', async (_why, name) => {
    const before = await scenario.brand(brand);
    expect(refusalLines(await write({ name, externalId: 'taken by nobody' }))).toEqual([
      'input.name INVALID',
    ]);
    expect(await scenario.brand(brand)).toEqual(before);
  });

  test('has an external id of printable ASCII', async () => {
    for (const externalId of NO_KEYS) {
      expect(refusalLines(await write({ externalId }))).toEqual(['input.externalId INVALID']);
    }
    expect(await write({ externalId: ` !"#~}|${what}` })).toEqual([]);
  });
});

test('names are answered trimmed', async () => {
  expect((await scenario.aBrand({ name: '  Ärger & Söhne ' })).name).toBe('Ärger & Söhne');
  expect((await scenario.aCampaign(brand, { name: '\u00a0한국 😀\u3000' })).name).toBe('한국 😀');
});

describe('a key', () => {
  test('of a request is printable ASCII', async () => {
    for (const idempotencyKey of NO_KEYS) {
      const news = { name: 'B', currency: 'EUR', idempotencyKey };
      const { createBrand } = await scenario.run(CreateBrandDocument, { input: news });
      expect(refusalLines(createBrand.userErrors)).toEqual(['input.idempotencyKey INVALID']);
      const child = { brandId: brand.id, name: 'C', idempotencyKey };
      const { createCampaign } = await scenario.run(CreateCampaignDocument, { input: child });
      expect(refusalLines(createCampaign.userErrors)).toEqual(['input.idempotencyKey INVALID']);
    }
  });

  test('of an event has 1 to 128 such characters, its source 1 to 64', async () => {
    const { entry } = await scenario.spend(campaign, '1', {
      eventId: ` ${'~'.repeat(127)}`,
      source: `!${' '.repeat(63)}`,
    });
    for (const key of NO_KEYS) {
      const keys = { amount: '1', eventId: key, source: key.repeat(key === '' ? 1 : 65) };
      const spend = { campaignId: campaign.id, ...keys };
      const { recordSpend } = await scenario.run(RecordSpendDocument, { input: spend });
      const refund = { entryId: entry.id, ...keys };
      const { recordRefund } = await scenario.run(RecordRefundDocument, { input: refund });
      for (const { userErrors } of [recordSpend, recordRefund]) {
        expect(refusalLines(userErrors)).toEqual(['input.eventId INVALID', 'input.source INVALID']);
      }
    }
    expect((await scenario.campaign(campaign)).today.trueSpent.amount).toBe('1');
  });
});

describe('an external id', () => {
  test('is unique among brands, and among campaigns, archived ones included', async () => {
    const archived = await scenario.aBrand({ externalId: 'gone' });
    await scenario.aBrand({ externalId: 'here' });
    const gone = await scenario.aCampaign(brand, { externalId: 'gone' });
    await scenario.aCampaign(brand, { externalId: 'here' });
    await scenario.updateCampaign(gone, { desiredStatus: 'ARCHIVED' });
    await scenario.updateBrand(archived, { status: 'ARCHIVED' });
    for (const [what, write] of Object.entries(WRITES)) {
      for (const externalId of ['gone', 'here']) {
        const refusals = refusalLines(await write({ name: 'Other', externalId }));
        expect([what, refusals]).toEqual([what, ['input.externalId TAKEN']]);
      }
    }
  });

  test('that is cleared or changed is free again, and its owner may keep it', async () => {
    const owner = await scenario.aBrand({ externalId: 'mine' });
    await scenario.updateBrand(owner, { externalId: 'mine', name: 'Other' });
    await scenario.updateBrand(owner, { externalId: null });
    expect((await scenario.aBrand({ externalId: 'mine' })).externalId).toBe('mine');
    expect((await scenario.brand(owner)).externalId).toBeNull();
    expect((await scenario.aBrand({ externalId: 'MINE' })).externalId).toBe('MINE');
  });
});
