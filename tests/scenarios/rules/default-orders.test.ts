import { expect, test } from '@jest/globals';
import {
  BrandCampaignsDocument,
  ListBrandsDocument,
  ListCampaignsDocument,
  ListSpendEntriesDocument,
  ListStatusChangesDocument,
  RecordSpendBatchDocument,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { changeLine } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-30T08:00:00.000Z' });

test('brands and campaigns are listed by their creation, newest first', async () => {
  const old = await scenario.aBrand({ name: 'A' });
  const tied = await scenario.aBrand({ name: 'Z' });
  const [one, two] = [await scenario.aCampaign(old), await scenario.aCampaign(tied)];
  await scenario.setClock('2026-07-30T08:00:00.001Z');
  const young = await scenario.aBrand({ name: 'M' });
  const three = await scenario.aCampaign(old);
  await scenario.updateBrand(old, { name: 'changed last' });
  await scenario.spend(one, '1');
  const { brands } = await scenario.run(ListBrandsDocument, {});
  const { campaigns } = await scenario.run(ListCampaignsDocument, {});
  const { brand } = await scenario.run(BrandCampaignsDocument, { id: old.id });
  expect(brands.nodes.map(({ id }) => id)).toEqual([young.id, tied.id, old.id]);
  expect(campaigns.nodes.map(({ id }) => id)).toEqual([three.id, two.id, one.id]);
  expect(brand?.campaigns.nodes.map(({ id }) => id)).toEqual([three.id, one.id]);
});

test('entries are listed by when they were recorded, not by when they happened', async () => {
  const campaign = await scenario.aCampaign(await scenario.aBrand());
  const { entry } = await scenario.spend(campaign, '1', { eventId: 'first' });
  await scenario.setClock('2026-07-30T09:00:00.000Z');
  const late = { campaignId: campaign.id, amount: '1', occurredAt: '2026-07-29T00:00:00Z' };
  const soon = { ...late, occurredAt: '2026-07-30T09:05:00Z' };
  const entries = [
    { ...soon, eventId: 'tied, 1' },
    { ...late, eventId: 'tied, 2' },
    { ...soon, eventId: 'tied, 3' },
  ];
  await scenario.run(RecordSpendBatchDocument, { entries });
  await scenario.refund(entry, '1', { eventId: 'refund' });
  await scenario.setClock('2026-07-30T10:00:00.000Z');
  await scenario.spend(campaign, '1', { eventId: 'last', occurredAt: '2026-07-01T00:00:00Z' });
  const { spendEntries } = await scenario.run(ListSpendEntriesDocument, {});
  expect(spendEntries.nodes.map(({ eventId }) => eventId)).toEqual([
    'last',
    'refund',
    'tied, 3',
    'tied, 2',
    'tied, 1',
    'first',
  ]);
});

test('changes are listed by the instants from which they hold, not by when they were written', async () => {
  const days = ['THURSDAY' as const];
  const [early, late] = [await scenario.aBrand(), await scenario.aBrand()];
  const windows = (start: string, end: string) => [{ days, start, end }];
  const one = await scenario.aCampaign(early, { windows: windows('09:00', '12:00') });
  const two = await scenario.aCampaign(late, { windows: windows('10:00', '12:00') });
  await scenario.stop();
  await scenario.start('2026-07-30T13:00:00.000Z');
  // Each brand catches up in one go when it is written next, its campaigns' changes together.
  await scenario.pause(two);
  await scenario.pause(one);
  const { statusChanges } = await scenario.run(ListStatusChangesDocument, {});
  const ids = statusChanges.nodes.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().toReversed());
  const name = (id: string): string => (id === one.id ? 'one' : 'two');
  const lines = statusChanges.nodes.map((node) => `${name(node.campaign.id)} ${changeLine(node)}`);
  const [opens, closes] = [
    'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE',
    'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE',
  ];
  const paused =
    'INACTIVE OUTSIDE_SCHEDULE -> PAUSED MANUAL_PAUSE+OUTSIDE_SCHEDULE, USER by First key';
  expect(lines.slice(0, 2)).toEqual([
    `one ${paused} at 2026-07-30T13:00Z`,
    `two ${paused} at 2026-07-30T13:00Z`,
  ]);
  expect(lines.slice(2, 4).toSorted()).toEqual([
    `one ${closes}, SCHEDULE by nobody at 2026-07-30T12:00Z`,
    `two ${closes}, SCHEDULE by nobody at 2026-07-30T12:00Z`,
  ]);
  expect(lines.slice(4)).toEqual([
    `two ${opens}, SCHEDULE by nobody at 2026-07-30T10:00Z`,
    `one ${opens}, SCHEDULE by nobody at 2026-07-30T09:00Z`,
  ]);
});

test('closes are listed by the ends of their periods, a month before its last day', async () => {
  const brand = await scenario.aBrand();
  await scenario.setClock('2026-08-02T12:00:00.000Z');
  const closed = '2026-08-01T00:00Z';
  // Oldest first, as the texts have it.
  expect(await scenario.closes(brand)).toEqual([
    'DAY 2026-07-30: 0 of no cap, closed 2026-07-31T00:00Z',
    `DAY 2026-07-31: 0 of no cap, closed ${closed}`,
    `MONTH 2026-07-01: 0 of no cap, closed ${closed}`,
    'DAY 2026-08-01: 0 of no cap, closed 2026-08-02T00:00Z',
  ]);
});
