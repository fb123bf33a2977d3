import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  RecordSpendBatchDocument,
  RecordSpendDocument,
  type RecordSpendInput,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

describe('spends together', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' });

  let serial = 0;
  const anEvent = (): string => `an event of its own ${(serial += 1)}`;

  async function aCampaign(dailyBudget: string | null = null) {
    return scenario.aCampaign(await scenario.aBrand(), { dailyBudget });
  }

  async function single(input: RecordSpendInput) {
    return (await scenario.run(RecordSpendDocument, { input })).recordSpend;
  }

  async function batch(entries: RecordSpendInput[]) {
    return (await scenario.run(RecordSpendBatchDocument, { entries })).recordSpendBatch;
  }

  async function total({ id }: { readonly id: string }): Promise<string> {
    return (await scenario.campaign({ id })).today.trueSpent.amount;
  }

  /** What a spend can be refused for, by what is wrong with it: its field and code. */
  const REFUSED: Record<string, readonly [string, object]> = {
    'no campaign': ['campaignId REQUIRED', { campaignId: null }],
    'two campaigns': ['campaignExternalId INVALID', { campaignExternalId: 'x' }],
    'an unknown campaign': ['campaignId NOT_FOUND', { campaignId: 'campaign_1' }],
    'no amount': ['amount OUT_OF_RANGE', { amount: '0' }],
    'too many decimals': ['amount TOO_PRECISE', { amount: '0.0000001' }],
    'another currency': ['currency CURRENCY_MISMATCH', { currency: 'USD' }],
    'no event': ['eventId INVALID', { eventId: '' }],
    'no source': ['source INVALID', { source: '' }],
    'long ago': ['occurredAt TOO_LATE', { occurredAt: '2026-06-10T11:59:59.999Z' }],
    'not yet': ['occurredAt IN_THE_FUTURE', { occurredAt: '2026-07-15T12:05:00.001Z' }],
  };

  describe('the entries of a batch', () => {
    test('act as if they came one after the other: of equal events the first wins', async () => {
      const { id: campaignId } = await aCampaign('10');
      const [one, two] = [anEvent(), anEvent()];
      const answer = await batch([
        { campaignId, amount: '6', eventId: one },
        { campaignId, amount: '7', eventId: one },
        { campaignId, amount: '6.0', eventId: one },
        { campaignId, amount: '0', eventId: two },
        { campaignId, amount: '4', eventId: two },
        { campaignId, amount: '4', eventId: two, source: 'other' },
      ]);
      expect(answer).toMatchObject({ recorded: 3, duplicates: 1, rejected: 2, userErrors: [] });
      expect(answer.results.map(({ index, outcome }) => `${index} ${outcome}`)).toEqual([
        '0 RECORDED',
        '1 REJECTED',
        '2 DUPLICATE',
        '3 REJECTED',
        '4 RECORDED',
        '5 RECORDED',
      ]);
      const [first, , third] = answer.results;
      expect(third?.entryId).toBe(first?.entryId);
      expect(answer.results.flatMap(({ userErrors }) => refusalLines(userErrors))).toEqual([
        'entries.1.eventId IDEMPOTENCY_CONFLICT',
        'entries.3.amount OUT_OF_RANGE',
      ]);
      const after = await scenario.campaign({ id: campaignId });
      expect(after).toMatchObject({ status: 'PAUSED', today: { trueSpent: { amount: '14' } } });
      expect(await scenario.history({ id: campaignId })).toHaveLength(1);
    });

    test('that are refused affect no other', async () => {
      const campaign = await aCampaign();
      const sound = () => ({ campaignId: campaign.id, amount: '1', eventId: anEvent() });
      const answer = await batch(
        Object.values(REFUSED).flatMap(([, wrong]) => [{ ...sound(), ...wrong }, sound()]),
      );
      const count = Object.keys(REFUSED).length;
      expect(answer).toMatchObject({ recorded: count, rejected: count, duplicates: 0 });
      expect(answer.results.flatMap(({ userErrors }) => refusalLines(userErrors))).toEqual(
        Object.values(REFUSED).map(([line], i) => `entries.${2 * i}.${line}`),
      );
      expect(await total(campaign)).toBe(String(count));
    });
  });

  describe('single calls that come together', () => {
    test('are as if one came after the other: of equal events one wins', async () => {
      const campaign = await aCampaign();
      const eventId = anEvent();
      const amounts = Array.from({ length: 40 }, (_, i) => String(1 + (i % 4)));
      const answers = await Promise.all(
        amounts.map((amount) => single({ campaignId: campaign.id, amount, eventId })),
      );
      const won = answers.filter(({ entry, duplicate }) => entry !== null && !duplicate);
      expect(won).toHaveLength(1);
      const winner = won[0]?.entry;
      answers.forEach(({ entry, userErrors }, i) => {
        const isSame = amounts[i] === winner?.amount.amount;
        expect(entry?.id).toBe(isSame ? winner?.id : undefined);
        const conflict = ['input.eventId IDEMPOTENCY_CONFLICT'];
        expect(refusalLines(userErrors)).toEqual(isSame ? [] : conflict);
      });
      expect(await total(campaign)).toBe(winner?.amount.amount);
    });

    test('are refused alone', async () => {
      const campaign = await aCampaign();
      const sound = () => ({ campaignId: campaign.id, amount: '1', eventId: anEvent() });
      const [right, wrong] = await Promise.all([
        Promise.all(Object.keys(REFUSED).map(() => single(sound()))),
        Promise.all(Object.values(REFUSED).map(([, flaw]) => single({ ...sound(), ...flaw }))),
      ]);
      expect(right.flatMap(({ userErrors }) => userErrors)).toEqual([]);
      expect(wrong.flatMap(({ userErrors }) => refusalLines(userErrors))).toEqual(
        Object.values(REFUSED).map(([line]) => `input.${line}`),
      );
      expect(wrong.map(({ entry, campaign: of }) => entry ?? of)).toEqual(wrong.map(() => null));
      expect(await total(campaign)).toBe(String(right.length));
    });

    test('are answered with the campaign as their commit left it', async () => {
      const campaign = await aCampaign('100');
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => scenario.spend(campaign, '10')),
      );
      const totals = answers.map(({ campaign: { today } }) => Number(today.spent.amount));
      expect(Math.max(...totals)).toBe(300);
      for (const { campaign: after } of answers) {
        const isExhausted = Number(after.today.spent.amount) >= 100;
        expect(after.status).toBe(isExhausted ? 'PAUSED' : 'ACTIVE');
        expect(after.blockers.map(({ code }) => code)).toEqual(isExhausted ? ['DAILY_BUDGET'] : []);
      }
      expect(await scenario.history(campaign)).toHaveLength(1);
    });
  });

  describe('where the database takes all but one', () => {
    beforeAll(async () => {
      await scenario.change(`
      create function refuse_poison() returns trigger language plpgsql as $$
      begin
        if new.event_id = 'poison' then raise exception 'this row cannot be written'; end if;
        return new;
      end $$`);
      await scenario.change(`
      create trigger refuse_poison before insert on spend_entry
      for each row execute function refuse_poison()`);
    });

    test('single calls that share its transaction are recorded without it', async () => {
      const campaign = await aCampaign('20');
      const eventIds = Array.from({ length: 30 }, (_, i) => (i === 13 ? 'poison' : anEvent()));
      const answers = await Promise.all(
        eventIds.map((eventId) => {
          const input = { campaignId: campaign.id, amount: '1', eventId };
          return scenario.send(String(RecordSpendDocument), { input });
        }),
      );
      const codes = answers.map(({ errors }) => errors[0]?.extensions?.code);
      expect(codes).toEqual(eventIds.map((id) => (id === 'poison' ? 'INTERNAL' : undefined)));
      const after = await scenario.campaign(campaign);
      expect(after).toMatchObject({ status: 'PAUSED', today: { trueSpent: { amount: '29' } } });
      expect(await scenario.entries({ campaignId: campaign.id })).toHaveLength(29);
    });

    test('a batch is recorded without it', async () => {
      const campaign = await aCampaign();
      const entries = Array.from({ length: 30 }, (_, i) => {
        return { campaignId: campaign.id, amount: '1', eventId: i === 13 ? 'poison' : anEvent() };
      });
      const { errors } = await scenario.send(String(RecordSpendBatchDocument), { entries });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL']);
      expect(await total(campaign)).toBe('29');
      const again = await batch(entries.filter(({ eventId }) => eventId !== 'poison'));
      expect(again).toMatchObject({ recorded: 0, duplicates: 29, rejected: 0 });
    });
  });
});
