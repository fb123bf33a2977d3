import { beforeAll, describe, expect, test } from '@jest/globals';
import { monotonicMs } from '../../../src/platform/monotonic.js';
import { ReadOverviewDocument, SpendUpdatedDocument } from '../../generated/graphql.js';
import { type Station, useInstallation } from '../../support/scenario/installation.js';

// That nothing but the configuration and the platform asks the machine what time it is, is kept by
// the lint rules; sessions and API keys, which expire, are still to come.

/** Long after any day on which this runs. */
const NOW = '2061-02-03T04:05:06.789Z';
const LATER = '2061-02-04T04:05:06.789Z';

const installation = useInstallation();
let station: Station;

beforeAll(async () => {
  station = await installation.start({ TEST_CLOCK: NOW });
});

describe('instants are those of the injected clock', () => {
  test('of whatever is made, changed, spent, moved, closed and run', async () => {
    const brand = await station.aBrand();
    const campaign = await station.aCampaign(brand, { dailyBudget: '10' });
    const totals = await station.watch(SpendUpdatedDocument, { campaignId: campaign.id });
    const changes = await station.watchChanges({ campaignId: campaign.id });
    const { entry } = await station.spend(campaign, '10');
    const renamed = await station.updateCampaign(campaign, { name: 'Other' });
    const { overview } = await station.run(ReadOverviewDocument, {});
    const job = await station.runJob('budget-check');
    const now = new Set([
      ...[brand.createdAt, brand.updatedAt, campaign.createdAt, campaign.updatedAt],
      ...[campaign.statusSince, renamed.statusSince, renamed.updatedAt, overview.at],
      ...[entry.occurredAt, entry.recordedAt, (await changes.next()).at],
      ...renamed.blockers.map(({ since }) => since),
      ...[(await totals.next()).spendUpdated.at, job.lastStartedAt, job.lastFinishedAt],
    ]);
    expect(now).toEqual(new Set([NOW]));
    await station.setClock(LATER);
    expect(await station.closes(brand)).toEqual([
      'DAY 2061-02-03: 10 of no cap, closed 2061-02-04T00:00Z',
    ]);
    expect((await station.updateCampaign(campaign, { name: 'Third' })).updatedAt).toBe(LATER);
  });

  test('calendars, flights and limits of age follow it', async () => {
    const brand = await station.aBrand({ timeZone: 'Asia/Tokyo' });
    expect(await station.today(brand)).toBe('2061-02-03T15:00Z to 2061-02-04T15:00Z: 0 of no cap');
    const campaign = await station.aCampaign(brand, { endsAt: '2061-02-04T04:05:06.788Z' });
    expect(campaign.blockers).toMatchObject([{ code: 'ENDED', since: LATER }]);
    const oldest = await station.spend(campaign, '1', { occurredAt: '2061-01-05T00:00:00Z' });
    expect(oldest.entry.day).toBe('2061-01-05');
    await expect(
      station.spend(campaign, '1', { occurredAt: '2060-12-01T00:00:00Z' }),
    ).rejects.toThrow('input.occurredAt TOO_LATE');
  });
});

describe('durations are real, though the clock stands still', () => {
  test('a run of a job took as long as it did', async () => {
    const obstacle = await installation.holdUp('lock table brand in access exclusive mode');
    const startedAt = monotonicMs();
    const running = station.runJob('budget-check');
    await obstacle.holdsUp(1);
    const heldUpAt = monotonicMs();
    await obstacle.holdsUp(1);
    const heldUpMs = monotonicMs() - heldUpAt;
    await obstacle.remove();
    const { lastStartedAt, lastFinishedAt, lastDurationMs } = await running;
    expect([lastStartedAt, lastFinishedAt]).toEqual([LATER, LATER]);
    expect(lastDurationMs).toBeGreaterThanOrEqual(Math.floor(heldUpMs));
    expect(lastDurationMs).toBeLessThanOrEqual(Math.ceil(monotonicMs() - startedAt));
  });

  test('totals come at most four times a second, and the last of them arrives', async () => {
    const campaign = await station.aCampaign(await station.aBrand());
    const totals = await station.watch(SpendUpdatedDocument, { campaignId: campaign.id });
    const startedAt = monotonicMs();
    for (let i = 0; i < 12; i += 1) await station.spend(campaign, '1');
    const heard = await totals.until(({ spendUpdated: { today } }) => today.spent.amount === '12');
    const quarters = Math.ceil((monotonicMs() - startedAt) / 250);
    expect(heard.length).toBeLessThanOrEqual(quarters + 1);
    expect(new Set(heard.map(({ spendUpdated: { at } }) => at))).toEqual(new Set([LATER]));
  });
});
