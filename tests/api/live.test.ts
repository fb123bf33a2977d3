import { beforeAll, describe, expect, test } from '@jest/globals';
import { RawSocket } from '../support/raw-socket.js';
import { ADMIN_NAME, type GraphqlBody, useApp } from '../support/test-app.js';

const app = useApp();

const WATCH_SPEND =
  'subscription ($campaignId: ID) { spendUpdated(campaignId: $campaignId) { today { spent { amount } } campaign { status } } }';
const WATCH_STATUS =
  'subscription ($campaignId: ID, $after: ID) { campaignStatusChanged(campaignId: $campaignId, after: $after) { id to blockers cause actor { kind id name } } }';

async function data(query: string, variables?: object): Promise<NonNullable<GraphqlBody['data']>> {
  const { body } = await app.ask(query, variables);
  if (!body.data || body.errors) throw new Error(JSON.stringify(body));
  return body.data;
}

async function aCampaign(): Promise<string> {
  const made = (await data(
    'mutation { createBrand(input: { name: "B", currency: "EUR" }) { brand { id } } }',
  )) as { createBrand: { brand: { id: string } } };
  const brandId = made.createBrand.brand.id;
  const answer = (await data(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }',
    { input: { brandId, name: 'C', dailyBudget: '100' } },
  )) as { createCampaign: { campaign: { id: string } } };
  return answer.createCampaign.campaign.id;
}

let serial = 0;

function spend(campaignId: string, amount: string): Promise<unknown> {
  serial += 1;
  const input = { campaignId, amount, eventId: `live-${String(serial)}` };
  return data(
    'mutation ($input: RecordSpendInput!) { recordSpend(input: $input) { entry { id } } }',
    { input },
  );
}

async function watch(query: string, variables: object): Promise<RawSocket> {
  const socket = await RawSocket.open(app.socketUrl);
  socket.say({ id: 'watch', type: 'subscribe', payload: { query, variables } });
  // Operations begin in the order in which they are asked for.
  await socket.ask('ready', '{ jobs { name } }');
  await socket.hear();
  return socket;
}

describe('a subscription over a socket', () => {
  let campaignId = '';

  beforeAll(async () => {
    campaignId = await aCampaign();
  });

  test('hears of spend and of the pause that it brings', async () => {
    const [spends, changes] = await Promise.all([
      watch(WATCH_SPEND, { campaignId }),
      watch(WATCH_STATUS, { campaignId }),
    ]);
    await spend(campaignId, '100');
    expect(await spends.hear()).toEqual({
      id: 'watch',
      type: 'next',
      payload: {
        data: {
          spendUpdated: { today: { spent: { amount: '100' } }, campaign: { status: 'PAUSED' } },
        },
      },
    });
    expect(await changes.hear()).toMatchObject({
      payload: {
        data: {
          campaignStatusChanged: {
            to: 'PAUSED',
            blockers: ['DAILY_BUDGET'],
            cause: 'SPEND',
            actor: { kind: 'KEY', id: expect.stringMatching(/^key_/), name: ADMIN_NAME },
          },
        },
      },
    });
    await Promise.all([spends.close(), changes.close()]);
  });

  test('is not held up by another that does not read', async () => {
    const [stalled, reading] = await Promise.all([
      watch(WATCH_SPEND, { campaignId }),
      watch(WATCH_SPEND, { campaignId }),
    ]);
    stalled.socket.pause();
    await spend(campaignId, '1');
    expect(await reading.hear()).toMatchObject({ type: 'next' });
    stalled.socket.resume();
    await Promise.all([stalled.close(), reading.close()]);
  });

  test('that is too far behind ends with the error RESYNC, and alone', async () => {
    const { campaign } = (await data(
      'query ($id: ID) { campaign(id: $id) { statusChanges(first: 1) { nodes { id } } } }',
      { id: campaignId },
    )) as { campaign: { statusChanges: { nodes: { id: string }[] } } };
    await app.app.kernel.database.everywhere.rows(
      `insert into status_change (agency_id, id, brand_id, campaign_id, from_status, to_status,
         blockers_before, blockers, cause, at)
       select agency_id, gen_random_uuid(), brand_id, campaign_id, from_status, to_status,
         blockers_before, blockers, cause, at
       from status_change cross join generate_series(1, 1001)`,
    );
    const socket = await watch(WATCH_SPEND, { campaignId });
    const after = campaign.statusChanges.nodes[0]?.id;
    expect(await socket.ask('behind', WATCH_STATUS, { campaignId, after })).toEqual({
      id: 'behind',
      type: 'error',
      payload: [
        expect.objectContaining({
          extensions: { code: 'RESYNC' },
          path: ['campaignStatusChanged'],
        }),
      ],
    });
    await spend(campaignId, '1');
    expect(await socket.hear()).toMatchObject({ id: 'watch', type: 'next' });
    await socket.close();
  });
});
