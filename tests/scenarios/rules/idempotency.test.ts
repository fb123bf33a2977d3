import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  RecordRefundDocument,
  type RecordRefundInput,
  RecordSpendBatchDocument,
  RecordSpendDocument,
  type RecordSpendInput,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

describe('idempotency', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' });

  const HAPPENED = '2026-07-15T11:00:00.000Z';
  const CONFLICT = ['input.eventId IDEMPOTENCY_CONFLICT'];
  const brand = { id: '' };
  const campaign = { id: '' };
  const sibling = { id: '' };

  beforeAll(async () => {
    brand.id = (await scenario.aBrand()).id;
    campaign.id = (await scenario.aCampaign(brand, { externalId: 'ours' })).id;
    sibling.id = (await scenario.aCampaign(brand)).id;
  });

  /** What becomes of a spend, as if it came for the first time. */
  async function spend(details: Partial<RecordSpendInput> & { eventId: string }) {
    const input = { campaignId: campaign.id, amount: '1.5', ...details };
    return (await scenario.run(RecordSpendDocument, { input })).recordSpend;
  }

  async function refund(input: RecordRefundInput) {
    return (await scenario.run(RecordRefundDocument, { input })).recordRefund;
  }

  async function spent(): Promise<string> {
    return (await scenario.brand(brand)).thisMonth.trueSpent.amount;
  }

  describe('an event that is sent again', () => {
    test('answers with the first row and counts nothing again', async () => {
      const first = await spend({ eventId: 'again' });
      const before = await spent();
      const second = await spend({ eventId: 'again' });
      expect([first.duplicate, second.duplicate]).toEqual([false, true]);
      expect(second).toMatchObject({
        entry: first.entry,
        campaign: first.campaign,
        userErrors: [],
      });
      expect(await spent()).toBe(before);
    });

    test.each([
      ['the amount in other digits', { amount: '1.500' }],
      ['the campaign by its other name', { campaignId: null, campaignExternalId: 'ours' }],
      ['an explicit null for its instant and source', { occurredAt: null, source: null }],
      ['the default source', { source: 'api' }],
      ['its currency', { currency: 'EUR' }],
      ['the instant that it was given', { occurredAt: '2026-07-15T14:00:00+02:00' }],
    ] as const)('is the same with %s', async (what, details) => {
      const { entry } = await spend({ eventId: what });
      expect(entry).toMatchObject({ source: 'api', occurredAt: '2026-07-15T12:00:00.000Z' });
      const again = await spend({ eventId: what, ...details });
      expect(again).toMatchObject({ duplicate: true, entry: { id: entry?.id }, userErrors: [] });
    });

    test('is the same without the instant that was sent first', async () => {
      const { entry } = await spend({ eventId: 'with', occurredAt: HAPPENED });
      expect(await spend({ eventId: 'with' })).toMatchObject({ duplicate: true, entry });
      expect(await spend({ eventId: 'with', occurredAt: null })).toMatchObject({ duplicate: true });
      const again = await spend({ eventId: 'with', occurredAt: HAPPENED });
      expect(again).toMatchObject({ duplicate: true, entry });
    });

    const OTHERS: Record<string, () => Partial<RecordSpendInput>> = {
      'another amount': () => ({ amount: '1.500001' }),
      'another campaign': () => ({ campaignId: sibling.id }),
      'a campaign of nobody': () => ({ campaignId: 'campaign_01k00000000000000000000000' }),
      'another instant': () => ({ occurredAt: HAPPENED }),
    };
    test.each(Object.entries(OTHERS))(
      'is a conflict with %s, and changes nothing',
      async (what, details) => {
        await spend({ eventId: what });
        const before = await spent();
        const again = await spend({ eventId: what, ...details() });
        expect(again).toMatchObject({ entry: null, campaign: null, duplicate: false });
        expect(refusalLines(again.userErrors)).toEqual(CONFLICT);
        expect(await spent()).toBe(before);
      },
    );

    test('is another one where it comes from another source', async () => {
      const { entry } = await spend({ eventId: 'same' });
      const other = await spend({ eventId: 'same', source: 'other', amount: '2' });
      expect(other).toMatchObject({ duplicate: false, entry: { source: 'other' } });
      expect(other.entry?.id).not.toBe(entry?.id);
    });

    test('50 times at once is one row', async () => {
      const before = Number(await spent());
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => spend({ eventId: 'at once', amount: '1' })),
      );
      expect(new Set(answers.map(({ entry }) => entry?.id)).size).toBe(1);
      expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      expect(Number(await spent())).toBe(before + 1);
    });
  });

  describe('a refund', () => {
    test('shares the keys of spend, and its content is the entry and the amount', async () => {
      const { entry } = await spend({ eventId: 'refunded' });
      const { entry: other } = await spend({ eventId: 'not refunded' });
      if (!entry || !other) throw new Error('both are recorded');
      const claim = { entryId: entry.id, amount: '1.5', eventId: 'refund' };
      const first = await refund(claim);
      expect(first).toMatchObject({ duplicate: false, entry: { kind: 'REFUND' } });
      const before = await spent();
      for (const again of [claim, { ...claim, amount: '1.50', source: null }]) {
        expect(await refund(again)).toMatchObject({ duplicate: true, entry: first.entry });
      }
      const conflicts = [
        await refund({ ...claim, amount: '1' }),
        await refund({ ...claim, entryId: other.id }),
        await refund({ ...claim, entryId: 'entry_01k00000000000000000000000' }),
        await refund({ ...claim, eventId: 'refunded' }),
        await spend({ eventId: 'refund' }),
      ];
      for (const { userErrors } of conflicts) expect(refusalLines(userErrors)).toEqual(CONFLICT);
      expect(await spent()).toBe(before);
      const elsewhere = { ...claim, entryId: other.id, source: 'other' };
      expect(await refund(elsewhere)).toMatchObject({ duplicate: false, userErrors: [] });
    });
  });

  describe('36 days later, and whatever has happened since', () => {
    test('a retry is a duplicate or a conflict before it is anything else', async () => {
      const owner = await scenario.aBrand();
      const one = await scenario.aCampaign(owner);
      const sent = { campaignId: one.id, eventId: 'early', occurredAt: HAPPENED };
      const { entry } = await spend(sent);
      if (!entry) throw new Error('it is recorded');
      const given = { entryId: entry.id, amount: '1.5', eventId: 'early refund' };
      const { entry: givenBack } = await refund(given);
      const { entry: full } = await spend({
        ...sent,
        eventId: 'ahead',
        occurredAt: '2026-07-15T12:05:00Z',
      });
      await scenario.updateCampaign(one, { desiredStatus: 'ARCHIVED' });
      await scenario.updateBrand(owner, { status: 'ARCHIVED' });
      await scenario.setClock('2026-08-20T12:00:00.000Z');
      const fresh = await spend({ ...sent, eventId: 'fresh' });
      expect(refusalLines(fresh.userErrors)).toEqual(['input.occurredAt TOO_LATE']);
      expect(await spend(sent)).toMatchObject({ duplicate: true, entry: { id: entry.id } });
      expect(await spend({ ...sent, eventId: 'ahead', occurredAt: null })).toMatchObject({
        duplicate: true,
        entry: full,
      });
      expect(await refund(given)).toMatchObject({ duplicate: true, entry: givenBack });
      const other = await spend({ ...sent, amount: '2' });
      expect(refusalLines(other.userErrors)).toEqual(CONFLICT);
      const entries = [sent, { ...sent, eventId: 'fresh' }, { ...sent, occurredAt: null }].map(
        (item) => ({ amount: '1.5', ...item }),
      );
      const { recordSpendBatch } = await scenario.run(RecordSpendBatchDocument, { entries });
      expect(recordSpendBatch.results).toMatchObject([
        { outcome: 'DUPLICATE', entryId: entry.id },
        { outcome: 'REJECTED', userErrors: [{ code: 'TOO_LATE' }] },
        { outcome: 'DUPLICATE', entryId: entry.id },
      ]);
    });
  });
});
