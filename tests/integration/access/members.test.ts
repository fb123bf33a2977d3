import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Member } from '../../../src/domain/access/member.js';
import { ROLES, type Role } from '../../../src/domain/access/role.js';
import { ForbiddenError } from '../../../src/domain/errors.js';
import { addMember } from '../../../src/services/members/add-member.js';
import { deactivatePerson } from '../../../src/services/people/deactivate-person.js';
import { listMembers } from '../../../src/services/members/list-members.js';
import { loadMembers } from '../../../src/services/members/load-members.js';
import type { UpdateMemberRequest } from '../../../src/services/members/member-requests.js';
import { removeMember } from '../../../src/services/members/remove-member.js';
import { updateMember } from '../../../src/services/members/update-member.js';
import { membersRequest } from '../../support/access/list-requests.js';
import { accepted, refusals } from '../../support/accepted.js';
import { inRole } from '../../support/callers.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

let serial = 0;
let owner: Member;

/** Somebody new in the agency of this test, or in that of another caller. */
async function aMember(
  role: Role,
  {
    brandIds = null,
    caller = world.caller,
  }: Partial<{ brandIds: string[] | null; caller: typeof world.caller }> = {},
): Promise<Member> {
  const email = `person-${String((serial += 1))}@example.com`;
  const request = { email, name: `Person ${serial}`, role, brandIds };
  return accepted(await addMember(world.kernel, caller, request)).member;
}

function update(
  patch: Partial<UpdateMemberRequest> & { readonly id: string },
  caller = world.caller,
) {
  return updateMember(world.kernel, caller, { role: undefined, brandIds: undefined, ...patch });
}

async function memberNow({ personId }: Member): Promise<Member | null> {
  const [member] = await loadMembers(world.kernel, world.caller, [personId]);
  return member ?? null;
}

beforeEach(async () => {
  owner = await aMember('OWNER');
});

describe('a change of a member', () => {
  test('gives a role and brands, and is audited', async () => {
    const { brand } = await world.aBrand();
    const member = await aMember('ANALYST');
    world.at('2026-07-15T13:00Z');
    const changed = accepted(
      await update({ id: member.personId, role: 'CLIENT', brandIds: [brand.id] }),
    );
    const updatedAt = instant('2026-07-15T13:00Z');
    expect(changed).toEqual({ ...member, role: 'CLIENT', brandIds: [brand.id], updatedAt });
    expect(await memberNow(member)).toEqual(changed);
    const [audit] = await world.rows<{ action: string; before: object; after: object }>(
      'select action, before, after from audit_entry where agency_id = $1 order by seq desc limit 1',
      [world.caller.agencyId],
    );
    expect(audit).toMatchObject({
      action: 'member.update',
      before: { role: 'ANALYST', brandIds: null },
      after: { role: 'CLIENT', brandIds: [expect.stringMatching(/^brand_/)] },
    });
  });

  test('keeps brands that are not given, unless the new role is for all', async () => {
    const { brand } = await world.aBrand();
    const { personId: id } = await aMember('MANAGER', { brandIds: [brand.id] });
    expect(accepted(await update({ id, role: 'CLIENT' })).brandIds).toEqual([brand.id]);
    expect(accepted(await update({ id, role: 'ANALYST' })).brandIds).toBeNull();
    expect(refusals(await update({ id, role: 'CLIENT' }))).toEqual(['input.brandIds REQUIRED']);
  });

  test('to what is already so writes nothing', async () => {
    const { brand } = await world.aBrand();
    const member = await aMember('MANAGER', { brandIds: [brand.id] });
    world.at('2026-07-15T13:00Z');
    const patch = { id: member.personId, role: 'MANAGER', brandIds: [brand.id] } as const;
    expect(accepted(await update(patch))).toEqual(member);
  });

  test('is refused where it says nothing or what cannot be', async () => {
    const { personId: id } = await aMember('ANALYST');
    expect(refusals(await update({ id }))).toEqual(['input INVALID']);
    expect(refusals(await update({ id, role: null }))).toEqual(['input.role REQUIRED']);
    expect(refusals(await update({ id, role: 'INGEST' }))).toEqual(['input.role INVALID']);
    const unknown = await update({ id, role: 'CLIENT', brandIds: [UNKNOWN] });
    expect(refusals(unknown)).toEqual(['input.brandIds.0 NOT_FOUND']);
  });
});

describe('nobody reaches above their own role', () => {
  test.each(ROLES)('as %s', async (role) => {
    const caller = inRole(world.caller, role);
    await aMember('OWNER');
    const { personId: id } = await aMember('ANALYST');
    const attempts = [
      () => update({ id, role: 'OWNER' }, caller),
      () => update({ id: owner.personId, role: 'ANALYST' }, caller),
      () => removeMember(world.kernel, caller, owner.personId),
    ];
    for (const attempt of attempts) {
      if (role === 'OWNER') accepted(await attempt());
      else await expect(attempt()).rejects.toThrow(ForbiddenError);
      // Puts back what an owner may do.
      if (role === 'OWNER' && (await memberNow(owner))) await update({ id: owner.personId, role });
    }
  });

  test('an administrator makes administrators and what is below', async () => {
    const admin = inRole(world.caller, 'ADMIN');
    const { personId: id } = await aMember('ANALYST');
    expect(accepted(await update({ id, role: 'ADMIN' }, admin)).role).toBe('ADMIN');
    expect(accepted(await update({ id, role: 'MANAGER' }, admin)).role).toBe('MANAGER');
    expect(accepted(await removeMember(world.kernel, admin, id)).personId).toBe(id);
  });

  test.each(['MANAGER', 'ANALYST', 'CLIENT', 'INGEST'] as const)(
    '%s changes and sees nobody',
    async (role) => {
      const caller = inRole(world.caller, role);
      const { personId: id } = await aMember('CLIENT', {
        brandIds: [(await world.aBrand()).brand.id],
      });
      await expect(update({ id, role: 'ANALYST' }, caller)).rejects.toThrow(ForbiddenError);
      await expect(removeMember(world.kernel, caller, id)).rejects.toThrow(ForbiddenError);
      await expect(loadMembers(world.kernel, caller, [id])).rejects.toThrow(ForbiddenError);
    },
  );
});

describe('the last owner', () => {
  test('can neither be removed nor made less', async () => {
    const { personId: id } = owner;
    expect(refusals(await removeMember(world.kernel, world.caller, id))).toEqual(['id INVALID']);
    expect(refusals(await update({ id, role: 'ADMIN' }))).toEqual(['input.role INVALID']);
    expect((await memberNow(owner))?.role).toBe('OWNER');
  });

  test('is the one who can sign in', async () => {
    const other = await aMember('OWNER');
    accepted(await deactivatePerson(world.kernel, other.email, 'request-1'));
    const refused = await removeMember(world.kernel, world.caller, owner.personId);
    expect(refusals(refused)).toEqual(['id INVALID']);
    accepted(await removeMember(world.kernel, world.caller, other.personId));
  });

  test('stays where two owners remove each other at once', async () => {
    const other = await aMember('OWNER');
    const outcomes = await Promise.all(
      [owner, other].map(({ personId }) => removeMember(world.kernel, world.caller, personId)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('a member who is removed', () => {
  test('is gone with their brands, and may come back', async () => {
    const { brand } = await world.aBrand();
    const member = await aMember('CLIENT', { brandIds: [brand.id] });
    accepted(await removeMember(world.kernel, world.caller, member.personId));
    expect(await memberNow(member)).toBeNull();
    const back = { email: member.email, name: null, role: 'ANALYST', brandIds: null } as const;
    const again = accepted(await addMember(world.kernel, world.caller, back));
    expect(again.member).toMatchObject({ personId: member.personId, name: member.name });
    expect(again.passwordLink).toBeNull();
  });

  test('of one agency stays in another', async () => {
    const member = await aMember('ANALYST');
    const stranger = await world.aStranger();
    const request = { email: member.email, name: null, role: 'ANALYST', brandIds: null } as const;
    accepted(await addMember(world.kernel, stranger, request));
    accepted(await removeMember(world.kernel, world.caller, member.personId));
    expect(await loadMembers(world.kernel, stranger, [member.personId])).toMatchObject([
      { email: member.email },
    ]);
  });
});

test("another agency's member is as one who is not there", async () => {
  const stranger = await world.aStranger();
  for (const id of [owner.personId, UNKNOWN]) {
    expect(refusals(await update({ id, role: 'ADMIN' }, stranger))).toEqual(['input.id NOT_FOUND']);
    expect(refusals(await removeMember(world.kernel, stranger, id))).toEqual(['id NOT_FOUND']);
    expect(await loadMembers(world.kernel, stranger, [id])).toEqual([null]);
  }
  const page = await listMembers(
    world.kernel,
    stranger,
    membersRequest({ first: 10, after: null }),
  );
  expect(page.items).toEqual([]);
  expect(await page.totalCount()).toBe(0);
});

test("another agency's brand cannot be given", async () => {
  const { brand } = await world.aBrand();
  const stranger = await world.aStranger();
  const { personId: id } = await aMember('ANALYST', { caller: stranger });
  const outcome = await update({ id, role: 'CLIENT', brandIds: [brand.id] }, stranger);
  expect(refusals(outcome)).toEqual(['input.brandIds.0 NOT_FOUND']);
});

test('members are listed page by page, those who joined last first', async () => {
  world.at('2026-07-15T13:00Z');
  const second = await aMember('ANALYST');
  world.at('2026-07-15T14:00Z');
  const third = await aMember('ANALYST');
  const page = await listMembers(
    world.kernel,
    world.caller,
    membersRequest({ first: 2, after: null }),
  );
  expect(page.items.map(({ node }) => node.personId)).toEqual([third.personId, second.personId]);
  expect(page.hasNextPage).toBe(true);
  expect(await page.totalCount()).toBe(3);
  const after = page.items.at(-1)?.position ?? null;
  const rest = await listMembers(world.kernel, world.caller, membersRequest({ first: 2, after }));
  expect(rest.items.map(({ node }) => node.personId)).toEqual([owner.personId]);
});
