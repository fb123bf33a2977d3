import { describe, expect, test } from '@jest/globals';
import { GraphQLString, isNonNullType } from 'graphql';
import { PERMISSIONS } from '../../src/domain/access/permission.js';
import { buildGraphSchema } from '../../src/resolvers/build-schema.js';
import { type RootField, rootFieldsOf } from '../support/access/root-fields.js';
import { servicesOfResolvers } from '../support/access/services-of-resolvers.js';

/** All that somebody without a credential can ask for or do: it is how they get one. */
const PUBLIC = [
  'mutation acceptInvitation',
  'mutation resetPassword',
  'mutation signIn',
  'query signInOptions',
];

/** What somebody does with their own credential alone, which no agency's log need have reasons for. */
const WITHOUT_REASON = [
  'acceptInvitation',
  'changePassword',
  'resetPassword',
  'revokeSession',
  'signIn',
  'signOut',
  'switchAgency',
];

/** Permissions that no field needs, and what does: a page that is no GraphQL, or nothing yet. */
const NOT_OF_FIELDS = ['metrics:read'];

/** What one function asks in the name of others, which hand it the permission. */
const ASKED_FOR_THEM = {
  activateCampaigns: 'changeDesiredStatus',
  pauseCampaigns: 'changeDesiredStatus',
  resetBudgets: 'changeEach',
};

function names(fields: readonly RootField[]): string[] {
  return fields.map(({ kind, name }) => `${kind} ${name}`).toSorted();
}

describe.each([true, false])('in the schema, with a test clock: %s', (testClock) => {
  const fields = rootFieldsOf(buildGraphSchema({ testClock }));
  const mutations = fields.filter(({ kind }) => kind.valueOf() === 'mutation');

  test('every root field declares its access', () => {
    expect(fields.length).toBeGreaterThan(40);
    expect(names(fields.filter(({ access }) => access === null))).toEqual([]);
  });

  test('what leads to a credential is public, and nothing else', () => {
    expect(names(fields.filter(({ access }) => access === 'public'))).toEqual(PUBLIC);
  });

  test('every permission is asked for by a field, but for those that guard something else', () => {
    const asked = new Set(fields.map(({ access }) => access));
    const idle = testClock ? NOT_OF_FIELDS : ['clock:set', ...NOT_OF_FIELDS];
    expect(PERMISSIONS.filter((permission) => !asked.has(permission))).toEqual(idle);
  });

  test('every mutation can be told why, but for those that concern the own credential alone', () => {
    const silent = mutations.filter(({ field: { args } }) => {
      const reason = args.find(({ name }) => name === 'reason');
      return reason?.type !== GraphQLString || isNonNullType(reason.type);
    });
    expect(silent.map(({ name }) => name).toSorted()).toEqual(WITHOUT_REASON);
  });

  test('nothing but a mutation is told why', () => {
    const others = fields.filter((field) => !mutations.includes(field));
    const told = others.filter(({ field }) => field.args.some(({ name }) => name === 'reason'));
    expect(names(told)).toEqual([]);
  });
});

/** What works without a caller: for whoever it is that shows a credential, or wants one. */
const FOR_WHOEVER_ASKS = [
  'acceptInvitation',
  'changePassword',
  'listSessions',
  'readMe',
  'resetPassword',
  'revokeSession',
  'signIn',
  'signOut',
  'switchAgency',
];

describe('what resolvers call on behalf of a caller', () => {
  const called = servicesOfResolvers();
  const services = called.filter(({ takesCaller }) => takesCaller);
  const own = services.filter(({ name }) => !Object.hasOwn(ASKED_FOR_THEM, name));

  test('is found in their sources', () => {
    const found = services.map(({ name }) => name);
    const some = ['findBrand', 'recordSpend', 'createKey', 'watchSpend', 'loadMembers'];
    expect(found).toEqual(expect.arrayContaining([...some, ...Object.keys(ASKED_FOR_THEM)]));
    expect(found.length).toBeGreaterThan(40);
  });

  test('is all that they call, but for what is about the own credential alone', () => {
    const others = called.filter((service) => !services.includes(service));
    expect(others.map(({ name }) => name)).toEqual(FOR_WHOEVER_ASKS);
  });

  test('asks for a permission first of all, and once', () => {
    const asked = own.map(({ name, asks, asksFirst }) => [name, asks.length, asksFirst]);
    expect(asked).toEqual(own.map(({ name }) => [name, 1, true]));
  });

  test('asks for one of the catalogue', () => {
    const asked = own.flatMap(({ asks }) => asks);
    expect(asked.filter((permission) => !PERMISSIONS.some((one) => one === permission))).toEqual(
      [],
    );
  });

  test('or leaves the asking, and all else, to one that does', () => {
    const leaving = services.filter((service) => !own.includes(service));
    const said = leaving.map(({ name, asks, calls }) => [name, asks.length, calls[0]]);
    expect(said).toEqual(Object.entries(ASKED_FOR_THEM).map(([name, to]) => [name, 0, to]));
  });
});
