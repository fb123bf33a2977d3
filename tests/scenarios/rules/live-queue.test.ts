import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Station, useInstallation } from '../../support/scenario/installation.js';
import { changeLine } from '../../support/scenario/texts.js';

const MOST = 1_000;

const installation = useInstallation();
let station: Station;
/** A brand of a thousand campaigns. */
const crowd = { id: '' };
const lone = { id: '' };

beforeAll(async () => {
  station = await installation.start({ TEST_CLOCK: '2026-07-15T12:00:00Z' });
  crowd.id = (await station.aBrand({ name: 'Crowd' })).id;
  // To ask for each of them would take too long.
  await installation.rows(
    `insert into campaign (agency_id, id, brand_id, name, desired_status, created_at, updated_at,
       version, status, status_since, blockers)
     select agency_id, gen_random_uuid(), id, 'Campaign of many', 'ACTIVE', created_at, created_at,
       1, 'ACTIVE', created_at, '[]'
     from brand, generate_series(1, $1::int) where name = 'Crowd'`,
    [MOST],
  );
  lone.id = (await station.aCampaign(await station.aBrand())).id;
});

describe('a change that waits for its subscriber', () => {
  test("gives way to the same campaign's latest, so that `from` need not go on where `to` was", async () => {
    const brand = await station.aBrand();
    const campaign = await station.aCampaign(brand, {
      desiredStatus: 'PAUSED',
      endsAt: '2026-07-15T12:10:00Z',
    });
    const changes = await station.watchChanges({ campaignId: campaign.id });
    await station.activate(campaign);
    expect((await changes.next()).to).toBe('ACTIVE');
    // Its end is written together with the pause, and so is never alone on its way.
    await installation.leap('2026-07-15T13:00:00Z');
    await station.pause(campaign);
    expect(changeLine(await changes.next())).toBe(
      'INACTIVE ENDED -> PAUSED MANUAL_PAUSE+ENDED, USER by First key at 2026-07-15T13:00Z',
    );
    expect((await station.history(campaign)).map((line) => line.split(',')[0])).toEqual([
      'PAUSED MANUAL_PAUSE -> ACTIVE',
      'ACTIVE -> INACTIVE ENDED',
      'INACTIVE ENDED -> PAUSED MANUAL_PAUSE+ENDED',
    ]);
  });

  test('shows its campaign as it is at delivery', async () => {
    const live = await station.watchChanges({ campaignId: lone.id });
    await station.pause(lone);
    const { id: after } = await live.next();
    await station.activate(lone);
    await live.next();
    await station.updateCampaign(lone, { name: 'Later', desiredStatus: 'PAUSED' });
    await live.next();
    const changes = await station.watchChanges({ campaignId: lone.id, after });
    const heard = await changes.take(2);
    expect(heard.map(({ to, campaign }) => [to, campaign.status, campaign.name])).toEqual([
      ['ACTIVE', 'PAUSED', 'Later'],
      ['PAUSED', 'PAUSED', 'Later'],
    ]);
  });
});

describe('of a thousand campaigns at once', () => {
  const before = { id: '' };

  test('all are heard of by those who watch them', async () => {
    const changes = await station.watchChanges();
    await station.activate(lone);
    before.id = (await changes.next()).id;
    await station.updateBrand(crowd, { status: 'PAUSED' });
    const heard = await changes.take(MOST);
    expect(new Set(heard.map(({ campaign }) => campaign.id)).size).toBe(MOST);
    expect(new Set(heard.map(changeLine))).toEqual(
      new Set(['ACTIVE -> PAUSED BRAND_PAUSED, USER by First key at 2026-07-15T13:00Z']),
    );
    changes.end();
  });

  test('`after` replays all, and goes on without a gap or a repetition', async () => {
    const changes = await station.watchChanges({ after: before.id });
    await station.pause(lone);
    const heard = await changes.take(MOST + 1);
    const ids = heard.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).not.toContain(before.id);
    expect(heard.map(({ campaign }) => campaign.id).lastIndexOf(lone.id)).toBe(MOST);
    await station.activate(lone);
    expect(changeLine(await changes.next())).toContain('PAUSED MANUAL_PAUSE -> ACTIVE');
    changes.end();
  });

  test('more than that were missed by now: RESYNC at once', async () => {
    const changes = await station.watchChanges({ after: before.id });
    expect((await changes.ended()).message).toContain('RESYNC');
    await expect(changes.next()).rejects.toThrow('RESYNC');
    const own = await station.watchChanges({ after: before.id, campaignId: lone.id });
    expect((await own.take(2)).map(({ to }) => to)).toEqual(['PAUSED', 'ACTIVE']);
  });

  test('and one more are too many to wait: RESYNC, for those alone who watch all of them', async () => {
    const late = await station.aCampaign(crowd);
    const [everything, all, one] = [
      await station.watchChanges(),
      await station.watchChanges({ brandId: crowd.id }),
      await station.watchChanges({ campaignId: late.id }),
    ];
    await station.updateBrand(crowd, { status: 'ACTIVE' });
    expect((await everything.ended()).message).toContain('RESYNC');
    expect((await all.ended()).message).toContain('RESYNC');
    expect(changeLine(await one.next())).toContain('PAUSED BRAND_PAUSED -> ACTIVE');
  });
});
