import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  ActivateCampaignsDocument,
  type BulkPartsFragment,
  type CampaignPartsFragment,
  PauseCampaignsDocument,
  ResetBudgetsDocument,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00Z', lasts: 'THE_FILE' });

const MOST = 500;
const STRANGERS = ['campaign_00000000000000000000000000', 'nonsense', ''];

/** Every bulk change, by its name. */
const CHANGES: Record<string, (ids: string[]) => Promise<BulkPartsFragment>> = {
  activateCampaigns: async (ids) =>
    (await scenario.run(ActivateCampaignsDocument, { ids })).activateCampaigns,
  pauseCampaigns: async (ids) =>
    (await scenario.run(PauseCampaignsDocument, { ids })).pauseCampaigns,
  resetBudgets: async (ids) =>
    (await scenario.run(ResetBudgetsDocument, { ids, period: 'DAY' })).resetBudgets,
};

/** In two brands, one exhausted, one paused by hand, one archived. */
let campaigns: Record<'exhausted' | 'paused' | 'archived', CampaignPartsFragment>;

beforeEach(async () => {
  const [brand, other] = [await scenario.aBrand(), await scenario.aBrand()];
  const exhausted = await scenario.aCampaign(brand, { dailyBudget: '10' });
  await scenario.spend(exhausted, '10');
  const paused = await scenario.aCampaign(other, { desiredStatus: 'PAUSED' });
  await scenario.spend(paused, '7');
  const archived = await scenario.aCampaign(brand);
  await scenario.updateCampaign(archived, { desiredStatus: 'ARCHIVED' });
  campaigns = {
    exhausted: await scenario.campaign(exhausted),
    paused: await scenario.campaign(paused),
    archived: await scenario.campaign(archived),
  };
});

async function everything(): Promise<readonly CampaignPartsFragment[]> {
  return Promise.all(Object.values(campaigns).map((campaign) => scenario.campaign(campaign)));
}

describe.each(Object.entries(CHANGES))('%s', (name, change) => {
  test('answers with one result for each id, in order, whatever becomes of the others', async () => {
    const { exhausted, paused, archived } = campaigns;
    const ids = [paused.id, ...STRANGERS, archived.id, exhausted.id];
    const { results, userErrors } = await change(ids);
    expect(userErrors).toEqual([]);
    expect(results.map(({ id }) => id)).toEqual(ids);
    expect(results.map(({ campaign }) => campaign?.id ?? null)).toEqual([
      ...[paused.id, null, null, null, null, exhausted.id],
    ]);
    expect(results.flatMap((result) => refusalLines(result.userErrors))).toEqual([
      'ids.1 NOT_FOUND',
      'ids.2 NOT_FOUND',
      'ids.3 NOT_FOUND',
      'ids.4 ARCHIVED',
    ]);
  });

  test('does a repeated id once and answers alike', async () => {
    const { exhausted, paused } = campaigns;
    const once = await change([exhausted.id, paused.id]);
    const histories = () =>
      Promise.all([exhausted, paused].map((campaign) => scenario.history(campaign)));
    const told = await histories();
    const ids = [exhausted.id, paused.id, exhausted.id, exhausted.id, 'x', 'x'];
    const { results } = await change(ids);
    expect(results.map(({ id }) => id)).toEqual(ids);
    expect([results[2], results[3]]).toEqual([results[0], results[0]]);
    expect(results.slice(0, 2)).toEqual(once.results);
    expect(results.slice(4).map(({ userErrors }) => refusalLines(userErrors))).toEqual([
      ['ids.4 NOT_FOUND'],
      ['ids.5 NOT_FOUND'],
    ]);
    expect(await histories()).toEqual(told);
  });

  test('takes up to 500 ids', async () => {
    const { paused } = campaigns;
    const ids = Array.from({ length: MOST }, (_, i) => (i % 2 === 0 ? paused.id : `x${i}`));
    const { results, userErrors } = await change(ids);
    expect([results.length, userErrors]).toEqual([MOST, []]);
  });

  test('of more is TOO_MANY and of none REQUIRED, for the whole, and nothing changes', async () => {
    const before = await everything();
    const ids = Array.from({ length: MOST + 1 }, (_, i) =>
      i % 2 === 0 ? campaigns.paused.id : campaigns.exhausted.id,
    );
    const [tooMany, none] = [await change(ids), await change([])];
    expect(refusalLines(tooMany.userErrors)).toEqual(['ids TOO_MANY']);
    expect(refusalLines(none.userErrors)).toEqual(['ids REQUIRED']);
    expect([tooMany.results, none.results]).toEqual([[], []]);
    expect(await everything()).toEqual(before);
  });

  test.each([{}, { ids: null }, { ids: [null] }, { ids: [{}] }, { ids: [1.5] }])(
    'of %j is bad input',
    async (variables) => {
      const period = name === 'resetBudgets' ? ', period: DAY' : '';
      const { data, errors } = await scenario.send(
        `mutation ($ids: [ID!]!) { ${name}(ids: $ids${period}) { userErrors { code } } }`,
        variables,
      );
      expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([
        null,
        ['BAD_USER_INPUT'],
      ]);
    },
  );
});

test('what a bulk change does shows in its results: each campaign as it is after it', async () => {
  const { exhausted, paused } = campaigns;
  const [reset] = await scenario.resetBudgets('DAY', exhausted, exhausted);
  expect(reset).toMatchObject({
    status: 'ACTIVE',
    today: { spent: { amount: '0' }, trueSpent: { amount: '10' } },
  });
  const [first, second] = await scenario.activate(paused, paused);
  expect(first).toMatchObject({ status: 'ACTIVE', desiredStatus: 'ACTIVE', version: 2 });
  expect(second).toEqual(first);
  const both = await scenario.pause(exhausted, paused, exhausted);
  expect(both.map(({ status, version }) => [status, version])).toEqual([
    ['PAUSED', 2],
    ['PAUSED', 3],
    ['PAUSED', 2],
  ]);
  expect((await scenario.history(paused)).map((line) => line.split(',')[0])).toEqual([
    'PAUSED MANUAL_PAUSE -> ACTIVE',
    'ACTIVE -> PAUSED MANUAL_PAUSE',
  ]);
});
