import { expect, test } from '@jest/globals';
import type { GraphQLObjectType } from 'graphql';
import { SIGN_IN_LIMITS } from '../../src/auth/sign-in-attempts.js';
import { newKeyToken } from '../../src/auth/token.js';
import { INVITATION_DAYS } from '../../src/domain/access/invitation.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../../src/domain/access/password.js';
import { PERMISSIONS, permissionsOf } from '../../src/domain/access/permission.js';
import { ROLES } from '../../src/domain/access/role.js';
import { ISOLATION_ROLES } from '../../src/persistence/migrations/isolation.js';
import { buildGraphSchema } from '../../src/resolvers/build-schema.js';
import { numberIn } from '../support/docs/constants.js';
import { readDocument, rowsBelow } from '../support/docs/document.js';

const security = readDocument('docs/security.md');
const words = security.text.replaceAll(/\s+/g, ' ');
const schema = buildGraphSchema({ testClock: true });
const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
const rootFields = rootTypes.flatMap((type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {}),
);

/** The root fields that ask for this of their caller, sorted. */
function fieldsFor(access: string): readonly string[] {
  return rootFields
    .filter(({ extensions }) => extensions['access'] === access)
    .map(({ name }) => name)
    .toSorted();
}

const roles = rowsBelow(security, '## Roles').slice(1);

test('the permissions are listed in the order of the source, with the roles that have them', () => {
  const listed = roles.filter(([name = '']) => name.includes(':'));
  const held = PERMISSIONS.map((permission) => [
    permission,
    ROLES.filter((role) => permissionsOf(role, { wholeAgency: true }).has(permission)).join(', '),
  ]);
  expect(listed.map(([name, , of]) => [name, of])).toEqual(held);
});

test.each([...PERMISSIONS, 'signed in'])('all that it opens is listed: %s', (permission) => {
  const [, opened = ''] = roles.find(([name]) => name === permission) ?? [];
  const access = permission === 'signed in' ? 'signed-in' : permission;
  expect(opened.split(' ').filter(Boolean).toSorted()).toEqual(fieldsFor(access));
});

test('what everybody may ask is what is declared public', () => {
  const rows = rowsBelow(security, '## What is open without a credential');
  const [, open = ''] = rows.find(([door]) => door === '/graphql') ?? [];
  const named = open.match(/\b[a-z]+[A-Z]\w+/g) ?? [];
  expect(named.toSorted()).toEqual(fieldsFor('public'));
});

test('the roles of the database are those that carry the policies', () => {
  const [, ...listed] = rowsBelow(security, '## The wall between agencies');
  expect(listed.map(([name]) => name)).toEqual(Object.values(ISOLATION_ROLES));
});

test('a key’s token is as described', () => {
  const [, pattern = ''] = /`(pcl_\S+)`/.exec(security.text) ?? [];
  expect(newKeyToken().token).toMatch(new RegExp(`^${pattern}$`));
});

test.each([
  `have ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`,
  `argon2id hash (${numberIn('MEMORY_KIB') / 1024} MiB, ${numberIn('PASSES')} passes`,
  `a salt of ${numberIn('SALT_BYTES')} bytes`,
  `After ${SIGN_IN_LIMITS.perAccount.failures} failures within ${SIGN_IN_LIMITS.perAccount.perSeconds / 60} minutes`,
  `after ${SIGN_IN_LIMITS.perAddress.failures} an address`,
  `end after ${numberIn('LIFETIME_DAYS')} days`,
  `A person has ${numberIn('MAX_LIVE_SESSIONS')} at most`,
  `for ${numberIn('LIFETIME_HOURS')} hours; invitations once, for ${INVITATION_DAYS} days`,
  `may have ${numberIn('STRANGERS_BODY_BYTES') / 1024} KiB`,
  `may send ${numberIn('ANONYMOUS_PER_MINUTE')} such operations a minute`,
])('the limit is the code’s: %s', (sentence) => {
  expect(words).toContain(sentence);
});
