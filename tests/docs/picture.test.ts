import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PageClient } from '../support/docs/page-client.js';
import { useApp } from '../support/test-app.js';

const MIDNIGHT = Date.parse('2026-11-23T00:00:00.000Z');
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;

/** Something that the picture shows at a time of its day: a status that begins, a spend, a refund. */
interface Shown {
  readonly at: string;
  readonly what: string;
  readonly amount: string | undefined;
}

const TITLED = /<title>(\d\d):(\d\d)( the next day)? (\w+)(?: (\d+))?<\/title>/g;
const picture = readFileSync('docs/images/day.svg', 'utf8');
const shown = [...picture.matchAll(TITLED)].map(
  ([, hour, minute, nextDay, what = '', amount]): Shown => {
    const minutes = Number(hour) * 60 + Number(minute) + (nextDay ? MINUTES_PER_DAY : 0);
    return { at: new Date(MIDNIGHT + minutes * MS_PER_MINUTE).toISOString(), what, amount };
  },
);

const app = useApp({ TEST_CLOCK: '2026-11-23T05:00:00.000Z' });
const client = new PageClient(() => app.url);
let spentEntryId = '';

test('the picture of the README shows what a campaign does on such a day', async () => {
  await makeCampaign();
  const deeds = shown.filter(({ amount }) => amount !== undefined);
  expect(deeds.length).toBeGreaterThan(0);
  for (const { at, what, amount = '' } of deeds) {
    await ask('mutation ($at: DateTime!) { setClock(at: $at) }', { at });
    await (what === 'refund' ? giveBack(amount) : spend(amount, at));
  }
  await ask('mutation { setClock(at: "2026-11-24T10:00:00.000Z") }');
  const [first, ...turns] = shown.filter(({ amount }) => amount === undefined);
  expect(first?.what).toBe('INACTIVE');
  expect(await history()).toEqual(turns.map(({ at, what }) => ({ at, to: what })));
});

async function makeCampaign(): Promise<void> {
  const brand = await ask(
    'mutation { createBrand(input: { name: "Day", currency: "EUR" }) { brand { id } } }',
  );
  await ask(
    `mutation ($brandId: ID!) {
      createCampaign(input: {
        brandId: $brandId, name: "Day", externalId: "day", dailyBudget: "100",
        windows: [{
          days: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY], start: "08:00", end: "22:00"
        }]
      }) { campaign { id } }
    }`,
    { brandId: textIn(brand, 'createBrand', 'brand', 'id') },
  );
}

async function spend(amount: string, eventId: string): Promise<void> {
  const answer = await ask(
    `mutation ($amount: Decimal!, $eventId: String!) {
      recordSpend(input: { campaignExternalId: "day", amount: $amount, eventId: $eventId }) { entry { id } }
    }`,
    { amount, eventId },
  );
  spentEntryId = textIn(answer, 'recordSpend', 'entry', 'id');
}

async function giveBack(amount: string): Promise<void> {
  const answer = await ask(
    `mutation ($entryId: ID!, $amount: Decimal!) {
      recordRefund(input: { entryId: $entryId, amount: $amount, eventId: "refund" }) { entry { id } }
    }`,
    { entryId: spentEntryId, amount },
  );
  expect(textIn(answer, 'recordRefund', 'entry', 'id')).toMatch(/^entry_/);
}

/** Oldest first. */
async function history(): Promise<readonly unknown[]> {
  const answer = await ask('{ campaign(externalId: "day") { statusChanges { nodes { at to } } } }');
  const { nodes } = (answer as { campaign: { statusChanges: { nodes: unknown[] } } }).campaign
    .statusChanges;
  return nodes.toReversed();
}

async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { data, errors } = (await client.send({ query, variables })) as {
    data: unknown;
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
}

function textIn(answer: unknown, ...path: readonly string[]): string {
  const value = path.reduce<unknown>(
    (part, key) => (part as Readonly<Record<string, unknown>>)[key],
    answer,
  );
  return String(value);
}
