import { beforeEach, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { UnauthenticatedError } from '../../../src/domain/errors.js';
import { encodeId } from '../../../src/domain/ids.js';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { createContext, type Visit } from '../../../src/resolvers/context.js';
import { callerOf } from '../../../src/services/credentials/identity.js';
import { aPerson, join, PASSWORD, VISITOR } from '../../support/people.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const schema = buildGraphSchema({ testClock: false });

/** The token in the browser's cookie; null: it has none. */
let cookie: string | null;

beforeEach(() => {
  cookie = null;
});

/** What a browser is answered, as JSON. */
async function ask(source: string, variableValues: Record<string, unknown> = {}): Promise<string> {
  const { kernel } = world;
  const identity = await kernel.credentials.identify({ bearer: null, session: cookie });
  const visit: Visit = {
    ...VISITOR,
    identity,
    keepSession: (token) => void (cookie = token),
    forgetSession: () => void (cookie = null),
  };
  const caller = identity && callerOf(identity, { ...VISITOR, reason: null });
  const contextValue = createContext(kernel, caller, visit);
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return JSON.stringify(data);
}

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    me { person { email } agency { id } role permissions memberships { agency { name } } }
    userErrors { field code }
  }
}`;

test('a browser signs in, is known by its cookie alone, and signs out', async () => {
  const { id, email } = await aPerson(world);
  await join(world, id, { role: 'CLIENT', brandIds: [] });
  const answer = await ask(SIGN_IN, { email, password: PASSWORD });
  expect(JSON.parse(answer)).toEqual({
    signIn: {
      me: {
        person: { email },
        agency: { id: encodeId('agency', world.caller.agencyId) },
        role: 'CLIENT',
        permissions: ['agency:read', 'brand:read', 'campaign:read', 'spend:read'],
        memberships: [{ agency: { name: 'Agency' } }],
      },
      userErrors: [],
    },
  });
  expect(cookie).toMatch(/^[\w-]{43}$/);
  expect(answer).not.toContain(cookie);
  const me = await ask('{ me { actor { kind name } } sessions { isCurrent origin } }');
  expect(JSON.parse(me)).toEqual({
    me: { actor: { kind: 'USER', name: 'Ada' } },
    sessions: [{ isCurrent: true, origin: VISITOR.origin }],
  });
  const out = await ask('mutation { signOut { signedOut userErrors { code } } }');
  expect(JSON.parse(out)).toEqual({ signOut: { signedOut: true, userErrors: [] } });
  expect(cookie).toBeNull();
  await expect(ask('{ me { actor { kind } } }')).rejects.toThrow(UnauthenticatedError);
});

test('a refusal gives no cookie', async () => {
  const { email } = await aPerson(world);
  const answer = await ask(SIGN_IN, { email, password: 'not the engine' });
  expect(JSON.parse(answer)).toEqual({
    signIn: { me: null, userErrors: [{ field: ['input'], code: 'INVALID' }] },
  });
  expect(cookie).toBeNull();
});

test('whoever is about to sign in learns how', async () => {
  const answer = await ask('{ signInOptions { openIdConnect } }');
  expect(JSON.parse(answer)).toEqual({ signInOptions: { openIdConnect: false } });
});

test('a link sets a password, and the owner of it changes it', async () => {
  const { id } = await aPerson(world, { passwordHash: null });
  await join(world, id, { role: 'OWNER' });
  const { email: admin, id: adminId } = await aPerson(world);
  await join(world, adminId, { role: 'OWNER' });
  await ask(SIGN_IN, { email: admin, password: PASSWORD });
  const made = await ask(
    `mutation ($id: ID!) {
      createPasswordLink(id: $id, reason: "She asked for it.") { link expiresAt userErrors { code } }
    }`,
    { id: encodeId('person', id) },
  );
  const token = /#password=([\w-]{43})/.exec(made)?.[1];
  cookie = null;
  await ask(
    `mutation ($token: String!, $password: String!) {
      resetPassword(input: { token: $token, password: $password }) { userErrors { code } }
    }`,
    { token, password: PASSWORD },
  );
  const changed = await ask(
    `mutation ($current: String!, $new: String!) {
      changePassword(input: { currentPassword: $current, newPassword: $new }) {
        me { person { hasPassword } } userErrors { field code }
      }
    }`,
    { current: PASSWORD, new: 'the analytical engine' },
  );
  expect(JSON.parse(changed)).toEqual({
    changePassword: { me: { person: { hasPassword: true } }, userErrors: [] },
  });
  const rows = await world.rows<{ action: string; reason: string | null }>(
    'select action, reason from audit_entry where agency_id = $1 order by seq',
    [world.caller.agencyId],
  );
  expect(rows).toEqual([
    { action: 'session.open', reason: null },
    { action: 'person.create_password_link', reason: 'She asked for it.' },
    { action: 'person.reset_password', reason: null },
    { action: 'person.change_password', reason: null },
  ]);
});
