import { describe, expect, test } from '@jest/globals';
import { ForbiddenError, RateLimitedError } from '../../../src/domain/errors.js';
import { encodeId } from '../../../src/domain/ids.js';
import type { PersonRow } from '../../../src/persistence/queries/find-person.js';
import type { Identity } from '../../../src/services/credentials/identity.js';
import { changePassword } from '../../../src/services/people/change-password.js';
import { createPasswordLink } from '../../../src/services/people/create-password-link.js';
import { resetPassword } from '../../../src/services/people/reset-password.js';
import type { OpenedSession } from '../../../src/services/sessions/open-session.js';
import { signIn } from '../../../src/services/sessions/sign-in.js';
import { accepted, refusals } from '../../support/accepted.js';
import { inRole } from '../../support/callers.js';
import { aPerson, aSession, join, PASSWORD, VISITOR, whoHas } from '../../support/people.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const NEW_PASSWORD = 'the analytical engine';

async function aMember(role: 'OWNER' | 'ADMIN' | 'MANAGER' = 'MANAGER'): Promise<PersonRow> {
  const person = await aPerson(world);
  await join(world, person.id, { role });
  return person;
}

async function identityIn(session: OpenedSession): Promise<Identity> {
  const identity = await whoHas(world, session);
  if (identity === null) throw new Error('the session is not good');
  return identity;
}

async function change(session: OpenedSession, currentPassword: string, newPassword = NEW_PASSWORD) {
  const asking = { identity: await identityIn(session), visitor: VISITOR };
  return changePassword(world.kernel, asking, { currentPassword, newPassword });
}

function enter({ email }: PersonRow, password: string) {
  return signIn(world.kernel, VISITOR, { email, password });
}

/** The token of a new link, as an administrator of the agency makes it. */
async function aLink({ id }: PersonRow): Promise<string> {
  const { link } = accepted(await createPasswordLink(world.kernel, world.caller, id));
  const token = /^http:\/\/paceline\.test\/sign-in#password=([\w-]{43})$/.exec(link)?.[1];
  if (token === undefined) throw new Error(`it is no link: ${link}`);
  return token;
}

function reset(token: string, password = NEW_PASSWORD) {
  return resetPassword(world.kernel, VISITOR, { token, password });
}

/** The newest rows of the audit log of an agency. */
function audits(agencyId: string) {
  return world.rows<Record<string, unknown>>(
    `select action, actor_kind as kind, actor_id as actor, object_id as object, before, after, origin,
       request_id as request
     from audit_entry where agency_id = $1 order by seq`,
    [agencyId],
  );
}

describe('a change of the own password', () => {
  test('holds at once, and ends the other sessions but not this one', async () => {
    const person = await aMember();
    const [mine, other] = [await aSession(world, person.id), await aSession(world, person.id)];
    accepted(await change(mine, PASSWORD));
    expect(await whoHas(world, mine)).not.toBeNull();
    expect(await whoHas(world, other)).toBeNull();
    expect(refusals(await enter(person, PASSWORD))).toEqual(['input INVALID']);
    accepted(await enter(person, NEW_PASSWORD));
  });

  test('uses up links to set one', async () => {
    const person = await aMember();
    const token = await aLink(person);
    accepted(await change(await aSession(world, person.id), PASSWORD));
    expect(refusals(await reset(token))).toEqual(['input.token NOT_FOUND']);
  });

  test.each([
    ['that is too short', 'too short'],
    ['that is common', 'password1234'],
    ['that is the name of its owner', 'Ada 1815-12-10'],
  ])('to one %s is refused', async (_, newPassword) => {
    const session = await aSession(world, (await aMember()).id);
    expect(refusals(await change(session, PASSWORD, newPassword))).toEqual([
      'input.newPassword INVALID',
    ]);
  });

  test('needs the present one, and nobody can try it for ever', async () => {
    const session = await aSession(world, (await aMember()).id);
    for (let i = 0; i < 10; i += 1) {
      expect(refusals(await change(session, 'not the engine'))).toEqual([
        'input.currentPassword INVALID',
      ]);
    }
    await expect(change(session, PASSWORD)).rejects.toThrow(RateLimitedError);
  });

  test('is nothing for a person without one, who gets one by a link', async () => {
    const person = await aPerson(world, { passwordHash: null });
    const session = await aSession(world, person.id);
    expect(refusals(await change(session, PASSWORD))).toEqual(['input.currentPassword INVALID']);
  });

  test('is in the log of each agency of the person, without the password', async () => {
    const person = await aMember();
    const { agencyId } = await world.aStranger();
    await join(world, person.id, { agencyId });
    accepted(await change(await aSession(world, person.id), PASSWORD));
    const expected = {
      action: 'person.change_password',
      kind: 'USER',
      actor: encodeId('person', person.id),
      object: encodeId('person', person.id),
      before: { passwordChangedAt: '2026-07-15T12:00:00.000Z' },
      after: { passwordChangedAt: '2026-07-15T12:00:00.000Z' },
      origin: VISITOR.origin,
      request: VISITOR.requestId,
    };
    expect(await audits(world.caller.agencyId)).toEqual([expected]);
    expect(await audits(agencyId)).toEqual([expected]);
  });
});

describe('a link to set a password', () => {
  test('sets it once, signs in, and ends all sessions before', async () => {
    const person = await aMember();
    const before = await aSession(world, person.id);
    const token = await aLink(person);
    accepted(await enter(person, PASSWORD));
    const { session, identity } = accepted(await reset(token));
    expect(identity).toMatchObject({ standing: { agencyId: world.caller.agencyId } });
    expect(await whoHas(world, session)).toEqual(identity);
    expect(await whoHas(world, before)).toBeNull();
    accepted(await enter(person, NEW_PASSWORD));
    expect(refusals(await reset(token))).toEqual(['input.token NOT_FOUND']);
  });

  test('works for a person who never had a password', async () => {
    const person = await aPerson(world, { passwordHash: null });
    await join(world, person.id);
    accepted(await reset(await aLink(person)));
    accepted(await enter(person, NEW_PASSWORD));
  });

  test('used twice at the same moment sets one password', async () => {
    const person = await aMember();
    const token = await aLink(person);
    const outcomes = await Promise.all([
      reset(token, 'the analytical engine'),
      reset(token, 'the difference machine'),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('stays good while what is typed cannot be a password', async () => {
    const token = await aLink(await aMember());
    expect(refusals(await reset(token, '123456789012'))).toEqual(['input.password INVALID']);
    accepted(await reset(token));
  });

  test('takes the place of the one before', async () => {
    const person = await aMember();
    const [first, second] = [await aLink(person), await aLink(person)];
    expect(refusals(await reset(first))).toEqual(['input.token NOT_FOUND']);
    accepted(await reset(second));
  });

  test('ends after a day of real time', async () => {
    const person = await aMember();
    const token = await aLink(person);
    const [link] = await world.rows<{ hours: number }>(
      `select extract(epoch from expires_at - created_at)::int / 3600 as hours from password_link
       where person_id = $1`,
      [person.id],
    );
    expect(link?.hours).toBe(24);
    await world.rows(
      'update password_link set expires_at = clock_timestamp() where person_id = $1',
      [person.id],
    );
    expect(refusals(await reset(token))).toEqual(['input.token NOT_FOUND']);
  });

  test('is nothing for a person who was deactivated', async () => {
    const person = await aMember();
    const token = await aLink(person);
    await world.rows('update person set deactivated_at = now() where id = $1', [person.id]);
    expect(refusals(await reset(token))).toEqual(['input.token NOT_FOUND']);
    const again = await createPasswordLink(world.kernel, world.caller, person.id);
    expect(refusals(again)).toEqual(['id INVALID']);
  });

  test('lets somebody in again whose account was tried too often', async () => {
    const person = await aMember();
    for (let i = 0; i < 10; i += 1) await enter(person, 'not the engine');
    await expect(enter(person, PASSWORD)).rejects.toThrow(RateLimitedError);
    accepted(await reset(await aLink(person)));
    accepted(await enter(person, NEW_PASSWORD));
  });

  test('is for members alone, and for those who are in no other agency', async () => {
    const { kernel, caller } = world;
    const outsider = await aPerson(world);
    expect(refusals(await createPasswordLink(kernel, caller, outsider.id))).toEqual([
      'id NOT_FOUND',
    ]);
    const shared = await aMember();
    await join(world, shared.id, { agencyId: (await world.aStranger()).agencyId });
    expect(refusals(await createPasswordLink(kernel, caller, shared.id))).toEqual(['id INVALID']);
  });

  test('is made by whoever may change members, and not for those above', async () => {
    const { kernel, caller } = world;
    const [owner, manager] = [await aMember('OWNER'), await aMember('MANAGER')];
    const admin = inRole(caller, 'ADMIN');
    accepted(await createPasswordLink(kernel, admin, manager.id));
    await expect(createPasswordLink(kernel, admin, owner.id)).rejects.toThrow(ForbiddenError);
    accepted(await createPasswordLink(kernel, inRole(caller, 'OWNER'), owner.id));
    const asManager = createPasswordLink(kernel, inRole(caller, 'MANAGER'), manager.id);
    await expect(asManager).rejects.toThrow(ForbiddenError);
  });

  test('is audited when it is made and when it is used, without its token', async () => {
    const person = await aMember();
    const token = await aLink(person);
    accepted(await reset(token));
    const rows = await audits(world.caller.agencyId);
    expect(rows).toMatchObject([
      { action: 'person.create_password_link', after: { email: person.email } },
      { action: 'person.reset_password', actor: encodeId('person', person.id) },
    ]);
    expect(JSON.stringify(rows)).not.toContain(token);
    const kept = await world.rows('select l::text from password_link l');
    expect(JSON.stringify(kept)).not.toContain(token);
  });
});
