import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { revokeKey } from '../../../src/services/keys/revoke-key.js';
import { accepted } from '../../support/accepted.js';
import { aKey, aMembersToken, join } from '../../support/people.js';
import { until } from '../../support/until.js';
import { A_WHILE_MS, WatchStation } from '../../support/watch-station.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
let here: WatchStation;

beforeEach(() => {
  here = new WatchStation(world);
});

afterEach(() => here.watch.close());

/** What changes about somebody, and what they are seen as then. */
type Change = (who: { readonly token: string; readonly personId: string }) => Promise<unknown>;

const LOSSES: [string, Change][] = [
  [
    'a session that was revoked',
    ({ personId }) =>
      world.rows('update session set revoked_at = clock_timestamp() where person_id = $1', [
        personId,
      ]),
  ],
  [
    'a person who was deactivated',
    ({ personId }) =>
      world.rows('update person set deactivated_at = now() where id = $1', [personId]),
  ],
];

const MOVES: [string, Change][] = [
  [
    'another role',
    ({ personId }) =>
      world.rows(`update membership set role = 'ADMIN' where person_id = $1`, [personId]),
  ],
  [
    'a membership that is over',
    ({ personId }) => world.rows('delete from membership where person_id = $1', [personId]),
  ],
  [
    'other brands',
    async ({ personId }) => {
      const { brand } = await world.aBrand();
      await world.rows('delete from membership where person_id = $1', [personId]);
      await join(world, personId, { role: 'CLIENT', brandIds: [brand.id] });
    },
  ],
  [
    'another agency of the session',
    async ({ personId }) => {
      const { agencyId } = await world.aStranger();
      await join(world, personId, { agencyId });
      await world.rows('update session set agency_id = $2 where person_id = $1', [
        personId,
        agencyId,
      ]);
    },
  ],
];

describe('a change', () => {
  test.each(LOSSES)('shows within a second: %s is nobody', async (_, change) => {
    const who = await aMembersToken(world);
    await here.sees(who.token);
    await change(who);
    here.timer.advance(A_WHILE_MS);
    expect(await here.sees(who.token)).toBeNull();
  });

  test.each(MOVES)('shows within a second: %s', async (_, change) => {
    const who = await aMembersToken(world);
    const before = await here.sees(who.token);
    await change(who);
    here.timer.advance(A_WHILE_MS);
    expect((await here.sees(who.token))?.standing).not.toEqual(before?.standing);
  });

  test.each([...LOSSES, ...MOVES])('ends the stay, once: %s', async (_, change) => {
    const who = await aMembersToken(world);
    await here.stays(who.token);
    await here.passes();
    expect(here.lost).toEqual([]);
    await change(who);
    await here.passes();
    await here.passes();
    expect(here.lost).toEqual(['REVOKED']);
  });

  test('of a key ends the stay too, and of others nothing', async () => {
    const [key, other] = [await aKey(world), await aKey(world)];
    await Promise.all([here.stays(key.token), here.stays(other.token)]);
    accepted(await revokeKey(world.kernel, world.caller, key.id));
    await here.passes();
    expect(here.lost).toEqual(['REVOKED']);
  });

  test('ends no stay that was ended before', async () => {
    const who = await aMembersToken(world);
    const end = await here.stays(who.token);
    end();
    await world.rows('update session set revoked_at = now() where person_id = $1', [who.personId]);
    await here.passes();
    expect(here.lost).toEqual([]);
  });

  test('of all who stay and come costs one statement', async () => {
    for (let i = 0; i < 5; i += 1) await here.stays((await aMembersToken(world)).token);
    await here.stays((await aKey(world)).token);
    await here.sees((await aKey(world)).token);
    here.sent.length = 0;
    await here.passes(800);
    // The review, and the note of their use.
    expect(here.sent).toHaveLength(2);
    await here.passes(800);
    expect(here.sent).toHaveLength(3);
  });

  test('that is told holds at once, for whoever comes and whoever stays', async () => {
    const who = await aMembersToken(world);
    await here.stays(who.token);
    await world.rows('update session set revoked_at = now() where person_id = $1', [who.personId]);
    here.watch.forget({ personId: who.personId });
    expect(await here.sees(who.token)).toBeNull();
    await until(() => here.lost.length > 0);
    expect(here.lost).toEqual(['REVOKED']);
  });
});
