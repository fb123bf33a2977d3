import { describe, expect, test } from '@jest/globals';
import type { SessionId } from '../../../src/domain/ids.js';
import { listSessions } from '../../../src/services/sessions/list-sessions.js';
import { readMe } from '../../../src/services/sessions/read-me.js';
import { encodeId } from '../../../src/domain/ids.js';
import { revokeSession } from '../../../src/services/sessions/revoke-session.js';
import { signOut } from '../../../src/services/sessions/sign-out.js';
import { switchAgency } from '../../../src/services/sessions/switch-agency.js';
import type { Identity } from '../../../src/services/credentials/identity.js';
import type { Asking } from '../../../src/services/sessions/asking.js';
import { type OpenedSession, openSession } from '../../../src/services/sessions/open-session.js';
import { createKey } from '../../../src/services/keys/create-key.js';
import { accepted, refusals } from '../../support/accepted.js';
import { aPerson, aSession, join, whoHas } from '../../support/people.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

/** Somebody in the agency of this test. */
async function aMember() {
  const person = await aPerson(world);
  await join(world, person.id);
  return person;
}

async function identityIn(session: OpenedSession): Promise<Identity> {
  const identity = await whoHas(world, session);
  if (identity === null) throw new Error('the session is not good');
  return identity;
}

const REVOCATIONS = `select origin, before from audit_entry
  where object_id = $1 and action = 'session.revoke' order by seq`;

function by(identity: Identity): Asking {
  return { identity, visitor: { origin: '192.0.2.9', userAgent: null, requestId: 'request-9' } };
}

/** The id of a session. */
async function idOf(session: OpenedSession): Promise<SessionId> {
  const { credential } = await identityIn(session);
  if (credential.kind === 'KEY') throw new Error('it is no session');
  return credential.id;
}

/** Who has a key to the agency of this test. */
async function aKeyHolder(): Promise<Identity> {
  const request = { name: 'Feed', role: 'ADMIN', brandIds: null, expiresAt: null } as const;
  const { token } = accepted(await createKey(world.kernel, world.caller, request));
  const identity = await world.kernel.credentials.identify({ bearer: token, session: null });
  if (identity === null) throw new Error('the key is not good');
  return identity;
}

describe('a session', () => {
  test('is of the agency that was asked for, or of the last one that the person chose, or their first', async () => {
    const { id } = await aPerson(world);
    const [first, second] = [world.caller.agencyId, (await world.aStranger()).agencyId];
    await join(world, id);
    world.at('2026-07-15T13:00Z');
    await join(world, id, { agencyId: second });
    const standsIn = async (session: OpenedSession) =>
      (await identityIn(session)).standing?.agencyId;
    expect(await standsIn(await aSession(world, id))).toBe(first);
    expect(await standsIn(await aSession(world, id, second))).toBe(second);
    expect(await standsIn(await aSession(world, id))).toBe(second);
    await world.rows('delete from membership where agency_id = $1', [second]);
    expect(await standsIn(await aSession(world, id))).toBe(first);
  });

  test('keeps where it was opened, without what cannot be kept', async () => {
    const { id: personId } = await aMember();
    const { kernel } = world;
    const visitor = { origin: '192.0.2.9', userAgent: `Brow\0ser\ud800${'x'.repeat(1_000)}` };
    const opened = await kernel.database.everywhere.write((unit) =>
      openSession(kernel, unit, { personId, visitor }),
    );
    const [session] = await listSessions(kernel, await identityIn(opened));
    expect(session).toMatchObject({ origin: '192.0.2.9', isCurrent: true });
    expect(session?.userAgent).toMatch(/^Browser\ufffdx{100,}$/);
    expect(session?.userAgent).toHaveLength(300);
  });

  test('is one of at most 20: the oldest ends for the next', async () => {
    const { id } = await aMember();
    const sessions: OpenedSession[] = [];
    for (let i = 0; i < 21; i += 1) sessions.push(await aSession(world, id));
    const [oldest, next] = sessions;
    expect(oldest && (await whoHas(world, oldest))).toBeNull();
    expect(next && (await listSessions(world.kernel, await identityIn(next)))).toHaveLength(20);
  });

  test('that ended long ago is forgotten when the next is opened', async () => {
    const { id } = await aMember();
    await aSession(world, id);
    await world.rows(
      `update session set expires_at = clock_timestamp() - interval '91 days' where person_id = $1`,
      [id],
    );
    await aSession(world, id);
    const rows = await world.rows('select 1 from session where person_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });
});

describe('signing out', () => {
  test('ends the session that the request came with, at once, and no other', async () => {
    const { id } = await aMember();
    const [one, other] = [await aSession(world, id), await aSession(world, id)];
    accepted(await signOut(world.kernel, by(await identityIn(one))));
    expect(await whoHas(world, one)).toBeNull();
    expect(await whoHas(world, other)).not.toBeNull();
  });

  test('is refused to a key', async () => {
    expect(refusals(await signOut(world.kernel, by(await aKeyHolder())))).toEqual([' INVALID']);
  });
});

describe('the list of sessions', () => {
  test("has the person's own that are live, and says which is the request's", async () => {
    const { id } = await aMember();
    const [mine, other, gone] = [
      await aSession(world, id),
      await aSession(world, id),
      await aSession(world, id),
    ];
    await aSession(world, (await aMember()).id);
    accepted(await signOut(world.kernel, by(await identityIn(gone))));
    const sessions = await listSessions(world.kernel, await identityIn(mine));
    const ids = [await identityIn(mine), await identityIn(other)].map(
      ({ credential }) => credential.id,
    );
    expect(sessions.map((session) => session.id).toSorted()).toEqual(ids.toSorted());
    const current = sessions.filter(({ isCurrent }) => isCurrent);
    expect(current).toMatchObject([{ id: ids[0], userAgent: 'Browser/1.0', origin: '192.0.2.7' }]);
  });

  test('of a key is empty', async () => {
    expect(await listSessions(world.kernel, await aKeyHolder())).toEqual([]);
  });
});

describe('ending a session', () => {
  test('ends another one of the same person, once', async () => {
    const { id: personId } = await aMember();
    const [mine, other] = [await aSession(world, personId), await aSession(world, personId)];
    const id = await idOf(other);
    const me = await identityIn(mine);
    expect(accepted(await revokeSession(world.kernel, by(me), id))).toBe(id);
    expect(await whoHas(world, other)).toBeNull();
    expect(refusals(await revokeSession(world.kernel, by(me), id))).toEqual(['id NOT_FOUND']);
    const session = encodeId('session', id);
    expect(await world.rows(REVOCATIONS, [encodeId('person', personId)])).toEqual([
      { origin: '192.0.2.9', before: { session } },
    ]);
  });

  test("cannot end another person's, whatever they are in the agency", async () => {
    const owner = await aPerson(world);
    await join(world, owner.id, { role: 'OWNER' });
    const theirs = await aSession(world, (await aMember()).id);
    const me = await identityIn(await aSession(world, owner.id));
    const id = await idOf(theirs);
    expect(refusals(await revokeSession(world.kernel, by(me), id))).toEqual(['id NOT_FOUND']);
    const key = await aKeyHolder();
    expect(refusals(await revokeSession(world.kernel, by(key), id))).toEqual(['id NOT_FOUND']);
    expect(await whoHas(world, theirs)).not.toBeNull();
  });
});

describe('switching', () => {
  test('takes the session to another agency of the person, at once, and no other session', async () => {
    const { id } = await aMember();
    const { agencyId } = await world.aStranger();
    const session = await aSession(world, id);
    const other = await aSession(world, id);
    await join(world, id, { agencyId, role: 'ADMIN' });
    const me = await identityIn(session);
    const there = { agencyId, role: 'ADMIN', brandIds: null };
    expect(accepted(await switchAgency(world.kernel, me, agencyId)).standing).toEqual(there);
    expect((await identityIn(session)).standing).toEqual(there);
    expect((await identityIn(other)).standing?.agencyId).toBe(world.caller.agencyId);
  });

  test('to an agency that the person is not in is as to none', async () => {
    const me = await identityIn(await aSession(world, (await aMember()).id));
    const { agencyId } = await world.aStranger();
    expect(refusals(await switchAgency(world.kernel, me, agencyId))).toEqual(['id NOT_FOUND']);
    const unknown = '00000000-0000-0000-0000-000000000000';
    expect(refusals(await switchAgency(world.kernel, me, unknown))).toEqual(['id NOT_FOUND']);
  });

  test('is nothing for a key', async () => {
    const { agencyId } = await world.aStranger();
    const refused = refusals(await switchAgency(world.kernel, await aKeyHolder(), agencyId));
    expect(refused).toEqual([' INVALID']);
  });
});

describe('who one is', () => {
  test('is a person, what they may do where they are, and where else they are', async () => {
    const { brand } = await world.aBrand();
    const { id, email } = await aPerson(world);
    await join(world, id, { role: 'CLIENT', brandIds: [brand.id] });
    const { agencyId } = await world.aStranger();
    world.at('2026-07-15T13:00Z');
    await join(world, id, { agencyId, role: 'OWNER' });
    const me = await readMe(world.kernel, await identityIn(await aSession(world, id)));
    expect(me).toMatchObject({
      actor: { kind: 'USER', name: 'Ada' },
      person: { id, email, name: 'Ada', hasPassword: true },
      standing: {
        agency: { id: world.caller.agencyId, name: 'Agency' },
        role: 'CLIENT',
        brandIds: [brand.id],
        permissions: ['agency:read', 'brand:read', 'campaign:read', 'spend:read'],
      },
      memberships: [
        { agency: { id: world.caller.agencyId }, role: 'CLIENT', brandIds: [brand.id] },
        { agency: { id: agencyId }, role: 'OWNER', brandIds: null },
      ],
    });
    expect(JSON.stringify(me.person)).not.toContain('argon2');
  });

  test('is a key, which is of one agency', async () => {
    const me = await readMe(world.kernel, await aKeyHolder());
    expect(me).toMatchObject({
      actor: { kind: 'KEY', name: 'Feed' },
      person: null,
      standing: { agency: { id: world.caller.agencyId }, role: 'ADMIN', brandIds: null },
      memberships: [],
    });
  });

  test('is a person in no agency', async () => {
    const me = await readMe(
      world.kernel,
      await identityIn(await aSession(world, (await aPerson(world)).id)),
    );
    expect(me).toMatchObject({ person: { name: 'Ada' }, standing: null, memberships: [] });
  });
});
