import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { UnavailableError } from '../../../src/domain/errors.js';
import { aKey, aMembersToken, aPerson, aSession, join } from '../../support/people.js';
import { until } from '../../support/until.js';
import { WatchStation } from '../../support/watch-station.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
let here: WatchStation;

beforeEach(() => {
  here = new WatchStation(world);
});

afterEach(() => here.watch.close());

describe('who shows a credential', () => {
  test('is the key, in its agency', async () => {
    const { token, id } = await aKey(world);
    expect(await here.sees(token)).toEqual({
      credential: { kind: 'KEY', id },
      actor: { kind: 'KEY', id: expect.stringMatching(/^key_/), name: 'Feed' },
      standing: { agencyId: world.caller.agencyId, role: 'MANAGER', brandIds: null },
      expiresAt: null,
    });
  });

  test('is nobody without one, or with one that nobody has', async () => {
    expect(await here.watch.identify({ bearer: null, session: null })).toBeNull();
    expect(await here.sees('pcl_00000000_unknown')).toBeNull();
    expect(await here.sees('unknown')).toBeNull();
  });

  test('is nobody with a token of the other kind', async () => {
    const [{ token: session }, { token: bearer }] = [await aMembersToken(world), await aKey(world)];
    await Promise.all([here.sees(session), here.sees(bearer)]);
    expect(await here.watch.identify({ bearer: session, session: null })).toBeNull();
    expect(await here.watch.identify({ bearer: null, session: bearer })).toBeNull();
  });

  test('is who the bearer token says, where a session came with it', async () => {
    const [{ token: session }, { token: bearer }] = [await aMembersToken(world), await aKey(world)];
    const identity = await here.watch.identify({ bearer, session });
    expect(identity?.actor.kind).toBe('KEY');
    expect(await here.watch.identify({ bearer: 'pcl_00000000_unknown', session })).toBeNull();
  });

  test('has the brands of a membership or key, in order', async () => {
    const brands = [await world.aBrand(), await world.aBrand()].map(({ brand }) => brand.id);
    const { id } = await aPerson(world);
    await join(world, id, { role: 'CLIENT', brandIds: brands.toReversed() });
    const { token } = await aSession(world, id);
    expect((await here.sees(token))?.standing).toMatchObject({ role: 'CLIENT', brandIds: brands });
  });

  test('is asked of the database in one statement, and for a second not again', async () => {
    const { token } = await aMembersToken(world);
    const identity = await here.sees(token);
    for (let i = 0; i < 10; i += 1) expect(await here.sees(token)).toBe(identity);
    expect(here.sent).toHaveLength(1);
  });

  test('is asked once of many requests at the same moment', async () => {
    const { token } = await aMembersToken(world);
    await Promise.all(Array.from({ length: 50 }, () => here.sees(token)));
    expect(here.sent).toHaveLength(1);
  });

  test('costs nothing but the reviews while it comes often', async () => {
    const { token } = await aMembersToken(world);
    for (let i = 0; i < 8; i += 1) {
      await here.sees(token);
      await here.passes(375);
    }
    // At first, four reviews, and the note of the use.
    expect(here.sent).toHaveLength(6);
  });

  test('is reviewed no more, and asked again, when it has not come for a while', async () => {
    const { token } = await aMembersToken(world);
    await here.sees(token);
    for (let i = 0; i < 20; i += 1) await here.passes();
    const { length } = here.sent;
    await here.passes();
    expect(here.sent).toHaveLength(length);
    await here.sees(token);
    expect(here.sent).toHaveLength(length + 1);
  });
});

describe('the end of a credential', () => {
  test('is never passed over because somebody is still believed', async () => {
    const { token, personId } = await aMembersToken(world);
    await world.rows(
      `update session set expires_at = clock_timestamp() + interval '500 milliseconds'
       where person_id = $1`,
      [personId],
    );
    await here.sees(token);
    here.timer.advance(600);
    await here.sees(token);
    expect(here.sent).toHaveLength(2);
  });

  test('is the end also while the database is gone', async () => {
    const { token, personId } = await aMembersToken(world);
    await world.rows(
      `update session set expires_at = clock_timestamp() + interval '5 seconds' where person_id = $1`,
      [personId],
    );
    await here.stays(token);
    here.isCutOff = true;
    await here.passes(4_000);
    expect(here.lost).toEqual([]);
    await here.passes(2_000);
    expect(here.lost).toEqual(['EXPIRED']);
  });

  test('that the database tells first is no revocation', async () => {
    const { token, personId } = await aMembersToken(world);
    await world.rows(
      `update session set expires_at = clock_timestamp() + interval '300 milliseconds'
       where person_id = $1`,
      [personId],
    );
    await here.stays(token);
    await until(async () => {
      const [row] = await world.rows<{ isOver: boolean }>(
        'select expires_at < clock_timestamp() as "isOver" from session where person_id = $1',
        [personId],
      );
      return row?.isOver === true;
    });
    here.watch.forget({ personId });
    await until(() => here.lost.length > 0);
    expect(here.lost).toEqual(['EXPIRED']);
    expect(await here.sees(token)).toBeNull();
  });
});

describe('a database that is gone', () => {
  test('lets nobody in who is not known, and sends nobody away', async () => {
    const [{ token }, { token: other }] = [await aMembersToken(world), await aKey(world)];
    await here.stays(token);
    here.isCutOff = true;
    await expect(here.sees(other)).rejects.toThrow(UnavailableError);
    for (let i = 0; i < 10; i += 1) await here.passes();
    await expect(here.sees(token)).rejects.toThrow(UnavailableError);
    expect(here.lost).toEqual([]);
    here.isCutOff = false;
    await here.passes();
    expect(await here.sees(token)).not.toBeNull();
    expect(here.lost).toEqual([]);
  });
});

test('a connection that hangs does not keep the next ones from seeing what changes', async () => {
  const { token, personId } = await aMembersToken(world);
  await here.stays(token);
  here.isHanging = true;
  await here.passes();
  here.isHanging = false;
  await world.rows('update session set revoked_at = now() where person_id = $1', [personId]);
  await here.passes();
  expect(here.lost).toEqual([]);
  await here.passes(3_000);
  await until(() => here.lost.length > 0);
  expect(here.lost).toEqual(['REVOKED']);
});

describe('the last use', () => {
  async function lastUse(personId: string): Promise<number | undefined> {
    const [row] = await world.rows<{ at: number }>(
      'select last_used_at as at from session where person_id = $1',
      [personId],
    );
    return row?.at;
  }

  test('of sessions and keys is noted, at most once a minute', async () => {
    const { token, personId } = await aMembersToken(world);
    const key = await aKey(world);
    await world.rows(
      `update session set last_used_at = clock_timestamp() - interval '1 hour' where person_id = $1`,
      [personId],
    );
    const before = await lastUse(personId);
    await Promise.all([here.sees(token), here.sees(key.token)]);
    await here.passes();
    const noted = await lastUse(personId);
    expect(noted).toBeGreaterThan(before ?? 0);
    const rows = await world.rows(
      'select 1 from api_key where id = $1 and last_used_at is not null',
      [key.id],
    );
    expect(rows).toHaveLength(1);
    for (let i = 0; i < 5; i += 1) {
      await here.sees(token);
      await here.passes();
    }
    expect(await lastUse(personId)).toBe(noted);
    expect(here.sent.filter((text) => /\bupdate\b/.test(text))).toHaveLength(1);
  });

  test('is not noted again by another process within the minute', async () => {
    const { token, personId } = await aMembersToken(world);
    const noted = await lastUse(personId);
    await here.sees(token);
    await here.passes();
    expect(await lastUse(personId)).toBe(noted);
  });
});
