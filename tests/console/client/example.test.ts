import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ADMIN_TOKEN } from '../../../bench/admin-key.js';
import { ConsoleSite } from '../../../bench/console/console-site.js';
import { createPacelineClient } from '../../../web/src/client/client.js';
import {
  CampaignsDocument,
  type CampaignsQuery,
  SpendUpdatedDocument,
  type SpendUpdatedSubscription,
} from '../../../web/src/client/generated/graphql.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let site: ConsoleSite;

beforeAll(async () => {
  database = await createTestDatabase();
  site = await ConsoleSite.start(database.url);
}, 60_000);

afterAll(async () => {
  await site.stop();
  await database.drop();
});

test('the documentation’s example of the client shows a snapshot, then what is spent', async () => {
  const campaignId = await site.makeCampaign({ name: 'Example', dailyBudget: '100' });
  const { url: origin } = site;
  const token = ADMIN_TOKEN;
  const shown: string[] = [];
  const updated = Promise.withResolvers<string>();
  const show = ({ campaigns }: CampaignsQuery): void => {
    shown.push(...campaigns.nodes.map(({ name }) => name));
  };
  const update = ({ campaign }: SpendUpdatedSubscription['spendUpdated']): void => {
    updated.resolve(campaign.id);
  };

  // begin
  const paceline = createPacelineClient({ origin, token });
  const read = async () => {
    show(await paceline.send(CampaignsDocument, { first: 100 }));
  };
  await read();
  const end = paceline.subscribe(
    SpendUpdatedDocument,
    {},
    {
      next: ({ spendUpdated }) => {
        update(spendUpdated);
      },
      // The connection was lost, or the reader fell behind: what was missed is in a new snapshot.
      gap: () => void read(),
    },
  );
  // end

  await site.spendUntil(campaignId, '1', updated.promise);
  expect([shown, await updated.promise]).toEqual([['Example'], campaignId]);
  end();
  await paceline.close();
});

test('the documentation shows it as it was run here', () => {
  const own = readFileSync('tests/console/client/example.test.ts', 'utf8');
  const [, code = ''] = /\/\/ begin\n(.*?) {2}\/\/ end/s.exec(own) ?? [];
  const example = code.replaceAll(/^ {2}/gm, '');
  expect(example.length).toBeGreaterThan(100);
  expect(readFileSync('docs/console.md', 'utf8')).toContain(`\`\`\`ts\n${example}\`\`\``);
});
