import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN_TOKEN } from '../../../bench/admin-key.js';
import { ConsoleSite } from '../../../bench/console/console-site.js';
import { createPacelineClient, type PacelineClient } from '../../../web/src/client/client.js';
import type { ConnectionPhase } from '../../../web/src/client/connection.js';
import {
  CampaignsDocument,
  CampaignStatusChangedDocument,
  PauseCampaignsDocument,
  SpendUpdatedDocument,
} from '../../../web/src/client/generated/graphql.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let site: ConsoleSite;
let campaignId = '';
const clients: PacelineClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  site = await ConsoleSite.start(database.url);
  campaignId = await site.makeCampaign({ name: 'Watched', dailyBudget: '100' });
}, 60_000);

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

afterAll(async () => {
  await site.stop();
  await database.drop();
});

function aClient(token = ADMIN_TOKEN): PacelineClient {
  const client = createPacelineClient({ origin: site.url, token });
  clients.push(client);
  return client;
}

/** Settles when the connection is in a phase. */
function reaches({ connection }: PacelineClient, wanted: ConnectionPhase): Promise<true> {
  const { promise, resolve } = Promise.withResolvers<true>();
  const look = (): void => {
    if (connection.get().phase === wanted) resolve(true);
  };
  const end = connection.subscribe(look);
  look();
  return promise.finally(end);
}

describe('requests', () => {
  test('are answered with what the operation’s type says', async () => {
    const { campaigns } = await aClient().send(CampaignsDocument, { first: 10 });
    expect(campaigns.nodes.map(({ name }) => name)).toEqual(['Watched']);
  });

  test('of which an argument is wrong fail with its code and its name', async () => {
    const asked = aClient().send(CampaignsDocument, { first: 1_000 });
    await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: ['first'] });
  });

  test('of whom nobody knows fail as UNAUTHENTICATED', async () => {
    const asked = aClient('pcl_nobody').send(CampaignsDocument, { first: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('that are refused for a reason of the domain are answers', async () => {
    const ids = ['campaign_00000000000000000000000000'];
    const { pauseCampaigns } = await aClient().send(PauseCampaignsDocument, { ids });
    expect(pauseCampaigns.results[0]?.userErrors).toHaveLength(1);
  });

  test('to where nobody is fail as UNREACHABLE', async () => {
    const lost = createPacelineClient({ origin: 'http://127.0.0.1:9', token: ADMIN_TOKEN });
    clients.push(lost);
    const asked = lost.send(CampaignsDocument, { first: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});

describe('the connection', () => {
  test('is refused for good where the token is no good', async () => {
    await reaches(aClient('pcl_nobody'), 'refused');
  });

  test('tells of spend and of statuses after the commit', async () => {
    const client = aClient();
    await reaches(client, 'open');
    const spent = Promise.withResolvers<string>();
    const paused = Promise.withResolvers<string>();
    client.subscribe(
      SpendUpdatedDocument,
      { campaignId },
      {
        next: ({ spendUpdated }) => {
          spent.resolve(spendUpdated.today.spent.amount);
        },
      },
    );
    client.subscribe(
      CampaignStatusChangedDocument,
      { campaignId },
      {
        next: ({ campaignStatusChanged }) => {
          paused.resolve(campaignStatusChanged.to);
        },
      },
    );
    // What is asked on a socket is taken in order, but the spend comes by another way.
    await site.spendUntil(campaignId, '1', spent.promise);
    await site.spend(campaignId, '100');
    expect(await paused.promise).toBe('PAUSED');
  });

  test('notices a server that is frozen, and comes back with a gap when it is not', async () => {
    const client = aClient();
    await reaches(client, 'open');
    const gap = Promise.withResolvers<true>();
    client.onGap(() => {
      gap.resolve(true);
    });
    site.freeze();
    await reaches(client, 'lost');
    site.thaw();
    await gap.promise;
    expect(client.connection.get().phase).toBe('open');
  });

  test('goes on with its subscriptions after the server was killed and started again', async () => {
    const client = aClient();
    await reaches(client, 'open');
    const heard = Promise.withResolvers<string>();
    const gap = Promise.withResolvers<true>();
    client.subscribe(
      SpendUpdatedDocument,
      { campaignId },
      {
        next: ({ spendUpdated }) => {
          heard.resolve(spendUpdated.campaign.id);
        },
        gap: () => {
          gap.resolve(true);
        },
      },
    );
    await site.kill();
    await reaches(client, 'lost');
    await site.restart();
    await gap.promise;
    await site.spend(campaignId, '1');
    expect(await heard.promise).toBe(campaignId);
  });
});
