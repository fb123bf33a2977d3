import { beforeAll, expect, test } from '@jest/globals';
import { type Station, useInstallation } from '../../support/scenario/installation.js';

// That rows which were relayed are pruned, and that nobody misses one by it, can only be seen below
// the API: it is among the tests of the events.

const installation = useInstallation();
let station: Station;
let other: Station;

beforeAll(async () => {
  station = await installation.start({ TEST_CLOCK: '2026-07-15T12:00:00Z' });
  other = await installation.start({ TEST_CLOCK: '2026-07-15T12:00:00Z' });
});

test('a transaction that began first and commits last is neither lost nor overtaken', async () => {
  const slow = await station.aCampaign(await station.aBrand(), { dailyBudget: '10' });
  const fast = await station.aCampaign(await station.aBrand());
  await station.spend(slow, '1');
  const watching = [await station.watchChanges(), await other.watchChanges()];
  const counters = `select from counter c join campaign on c.owner_id = campaign.id
    where name = '${slow.name}' for update of c`;
  const obstacle = await installation.holdUp(counters);
  const late = station.spend(slow, '9');
  await obstacle.holdsUp(1);
  await other.pause(fast);
  await obstacle.remove();
  expect((await late).campaign.status).toBe('PAUSED');
  for (const changes of watching) {
    const heard = await changes.take(2);
    expect(heard.map(({ campaign }) => campaign.id)).toEqual([slow.id, fast.id]);
    changes.end();
  }
});

test('many that commit in any order are all heard of, each once', async () => {
  const brands = await Promise.all(Array.from({ length: 8 }, () => station.aBrand()));
  const campaigns = await Promise.all(brands.map((brand) => station.aCampaign(brand)));
  const changes = await other.watchChanges();
  await Promise.all(
    campaigns.map(async (campaign, i) => {
      const by = i % 2 === 0 ? station : other;
      await by.pause(campaign);
    }),
  );
  const heard = await changes.take(campaigns.length);
  expect(heard.map(({ campaign }) => campaign.id).toSorted()).toEqual(
    campaigns.map(({ id }) => id).toSorted(),
  );
});

test('what others hold up comes as soon as they end, though they leave no trace', async () => {
  const campaign = await station.aCampaign(await station.aBrand());
  const changes = await station.watchChanges({ campaignId: campaign.id });
  const obstacle = await installation.holdUp('select pg_current_xact_id()');
  await station.pause(campaign);
  await station.activate(campaign);
  expect(await station.history(campaign)).toHaveLength(2);
  await obstacle.remove();
  // Both waited: the latest takes the place of the other.
  expect(await changes.next()).toMatchObject({ from: 'PAUSED', to: 'ACTIVE' });
});
