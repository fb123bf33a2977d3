import { describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { encodeId } from '../../../src/domain/ids.js';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { createContext, type Visit } from '../../../src/resolvers/context.js';
import { NOBODY } from '../../support/ask.js';
import { inRole } from '../../support/callers.js';
import { useWorld } from '../../support/world.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();

let serial = 0;

/** What the schema answers the world's caller, or nobody in a visit. */
async function ask(source: string, variables: object = {}, visit?: Visit) {
  const caller = visit ? null : world.caller;
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues: { ...variables },
    contextValue: createContext(world.kernel, caller, visit ?? NOBODY),
  });
  if (errors?.[0]) throw errors[0];
  return JSON.parse(JSON.stringify(data)) as Record<string, never>;
}

const INVITE = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input, reason: "They asked") {
    invitation { id email role status brands { name } } link userErrors { field code }
  }
}`;

const ACCEPT = `mutation ($token: String!) {
  acceptInvitation(input: { token: $token, name: "Grace", password: "seven grey herons at dawn" }) {
    agency { id name } userErrors { field code }
  }
}`;

/** Invites somebody to brands and accepts; gives what keeping the session was told. */
async function aMember(brandIds: readonly string[]) {
  const email = `guest-${String((serial += 1))}@example.com`;
  const input = { email, role: 'CLIENT', brandIds };
  const { inviteMember } = (await ask(INVITE, { input })) as unknown as {
    inviteMember: { invitation: { id: string }; link: string; userErrors: unknown[] };
  };
  expect(inviteMember.userErrors).toEqual([]);
  const kept: { token: string; maxAgeSeconds: number }[] = [];
  const visit: Visit = {
    ...NOBODY,
    keepSession: (token, maxAgeSeconds) => void kept.push({ token, maxAgeSeconds }),
  };
  const token = inviteMember.link.slice(inviteMember.link.indexOf('=') + 1);
  const answer = await ask(ACCEPT, { token }, visit);
  return { answer, kept, invitationId: inviteMember.invitation.id };
}

describe('over GraphQL', () => {
  test('somebody is invited, comes in without a credential, and keeps a session', async () => {
    const { brand } = await world.aBrand({ name: 'Shoes' });
    const { answer, kept } = await aMember([encodeId('brand', brand.id)]);
    const id = encodeId('agency', world.caller.agencyId);
    expect(answer).toEqual({
      acceptInvitation: { agency: { id, name: 'Agency' }, userErrors: [] },
    });
    expect(kept).toEqual([{ token: expect.any(String), maxAgeSeconds: expect.any(Number) }]);
    const [audit] = await world.rows<{ reason: string }>(
      `select reason from audit_entry where agency_id = $1 and action = 'invitation.create'`,
      [world.caller.agencyId],
    );
    expect(audit?.reason).toBe('They asked');
  });

  test('members, invitations and keys show their brands in as many queries, however many they are', async () => {
    const LISTS = `{
      members { totalCount nodes { id email role brands { name } } }
      invitations { totalCount nodes { status brands { name } } }
      keys { totalCount nodes { prefix brands { name } } }
    }`;
    const KEY = `mutation ($input: CreateKeyInput!) {
      createKey(input: $input) { key { id brands { name } } token userErrors { code } }
    }`;
    const make = async (name: string) => {
      const id = encodeId('brand', (await world.aBrand({ name })).brand.id);
      await aMember([id]);
      await ask(KEY, { input: { name, role: 'INGEST', brandIds: [id] } });
      await ask(KEY, { input: { name, role: 'INGEST' } });
    };
    await make('A');
    const few = await world.statementsOf(() => ask(LISTS));
    await make('B');
    await make('C');
    const many = await world.statementsOf(() => ask(LISTS));
    expect(many.length).toBe(few.length);
    expect(await ask(LISTS)).toMatchObject({
      members: {
        totalCount: 3,
        nodes: expect.arrayContaining([
          {
            id: expect.any(String),
            email: expect.any(String),
            role: 'CLIENT',
            brands: [{ name: 'B' }],
          },
        ]),
      },
      invitations: {
        totalCount: 3,
        nodes: [{ status: 'ACCEPTED', brands: [{ name: 'C' }] }, {}, {}],
      },
      keys: {
        totalCount: 6,
        nodes: [{ brands: null }, { brands: [{ name: 'C' }] }, {}, {}, {}, {}],
      },
    });
  });

  test('each is found by its id, and not by another agency', async () => {
    const { brand } = await world.aBrand();
    const { invitationId } = await aMember([encodeId('brand', brand.id)]);
    const { members } = (await ask('{ members { nodes { id } } }')) as unknown as {
      members: { nodes: { id: string }[] };
    };
    const { createKey } = (await ask(
      'mutation { createKey(input: { name: "K", role: ADMIN }) { key { id } } }',
    )) as unknown as { createKey: { key: { id: string } } };
    const agencyId = encodeId('agency', world.caller.agencyId);
    const ids = [agencyId, invitationId, members.nodes[0]?.id ?? '', createKey.key.id];
    const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    const names = ['Agency', 'Invitation', 'Member', 'Key'];
    for (const [i, id] of ids.entries()) {
      expect(await ask(NODE, { id })).toEqual({ node: { __typename: names[i], id } });
    }
    const stranger = world.as(await world.aStranger());
    for (const id of ids) {
      const contextValue = createContext(stranger.kernel, stranger.caller, NOBODY);
      const { data } = await graphql({
        schema,
        source: NODE,
        variableValues: { id },
        contextValue,
      });
      expect(data).toEqual({ node: null });
    }
  });

  test('members and keys are changed and ended', async () => {
    const { brand } = await world.aBrand();
    const brandId = encodeId('brand', brand.id);
    await aMember([brandId]);
    const { members } = (await ask('{ members { nodes { id } } }')) as unknown as {
      members: { nodes: { id: string }[] };
    };
    const id = members.nodes[0]?.id;
    const UPDATE = `mutation ($input: UpdateMemberInput!) {
      updateMember(input: $input) { member { role brands { id } } userErrors { field code } }
    }`;
    expect(await ask(UPDATE, { input: { id, role: 'MANAGER' } })).toEqual({
      updateMember: { member: { role: 'MANAGER', brands: [{ id: brandId }] }, userErrors: [] },
    });
    expect(await ask(UPDATE, { input: { id, brandIds: null } })).toEqual({
      updateMember: { member: { role: 'MANAGER', brands: null }, userErrors: [] },
    });
    const malformed = { id: 'nobody', role: 'ADMIN' };
    expect(await ask(UPDATE, { input: malformed })).toMatchObject({
      updateMember: { member: null, userErrors: [{ field: ['input', 'id'], code: 'NOT_FOUND' }] },
    });
    const REMOVE =
      'mutation ($id: ID!) { removeMember(id: $id) { member { id } userErrors { code } } }';
    expect(await ask(REMOVE, { id })).toEqual({
      removeMember: { member: { id }, userErrors: [] },
    });
    const RENAME =
      'mutation { updateAgency(input: { name: "West" }) { agency { name } userErrors { code } } }';
    expect(await ask(RENAME)).toEqual({
      updateAgency: { agency: { name: 'West' }, userErrors: [] },
    });
    expect(await ask('{ agency { name createdAt } }')).toMatchObject({ agency: { name: 'West' } });
  });

  test('a client sees the agency, and neither members nor keys', async () => {
    const { brand } = await world.aBrand();
    const client = { ...inRole(world.caller, 'CLIENT'), brandIds: [brand.id] };
    const contextValue = createContext(world.kernel, client, NOBODY);
    const { data } = await graphql({ schema, source: '{ agency { name } }', contextValue });
    expect(data).toEqual({ agency: { name: 'Agency' } });
    for (const list of ['members', 'invitations', 'keys']) {
      const source = `{ ${list} { totalCount } }`;
      const { errors } = await graphql({ schema, source, contextValue });
      expect(errors?.[0]?.originalError?.name).toBe('ForbiddenError');
    }
  });
});
