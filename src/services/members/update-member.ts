import { auditedGrant } from '../../domain/access/audited-grant.js';
import { authorizeGrant } from '../../domain/access/authorize-grant.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Member } from '../../domain/access/member.js';
import { type Grant, readGrant } from '../../domain/access/read-grant.js';
import { brandScopeOf, MEMBER_ROLES, type MemberRole } from '../../domain/access/role.js';
import { encodeId } from '../../domain/ids.js';
import { MembershipEntity } from '../../entities/membership.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { replaceGrantedBrands } from '../../persistence/queries/granted-brands.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { refuseEmpty } from '../refuse-patch.js';
import { refuseUnknownBrands } from '../refuse-unknown-brands.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import type { UpdateMemberRequest } from './member-requests.js';
import { openMember } from './open-member.js';

/**
 * Changes what a member is and for which brands. Refuses, in this order: somebody who is no member
 * (NOT_FOUND), no field (INVALID), a role and brands that do not go together (see `readGrant`), the
 * agency's last owner who would be none any more (INVALID), unknown brands (NOT_FOUND). FORBIDDEN
 * if the old or the new role stands above the caller's. Brands that are not given stay, unless the
 * new role is for all.
 */
export async function updateMember(
  kernel: AccessKernel,
  caller: Caller,
  request: UpdateMemberRequest,
): Promise<Outcome<Member>> {
  authorize(caller, 'member:write');
  const outcome = await outcomeOf(() =>
    kernel.database.within(caller).write(async (unit) => {
      const key = { id: request.id, field: ['input', 'id'] };
      const { member, isLastOwner } = await openMember(unit, caller, key);
      refuseEmpty(request);
      const grant = acceptedGrant(member, request);
      authorizeGrant(caller, grant.role);
      if (isLastOwner && grant.role !== 'OWNER') {
        return refuse(['input', 'role'], 'INVALID', 'An agency keeps its last owner.');
      }
      await refuseUnknownBrands(unit, caller.agencyId, grant);
      if (isSame(member, grant)) return member;
      return change(kernel, unit, { caller, member, grant });
    }),
  );
  kernel.credentials.forget({ personId: request.id });
  return outcome;
}

function acceptedGrant(member: Member, request: UpdateMemberRequest): Grant<MemberRole> {
  if (request.role === null) refuse(['input', 'role'], 'REQUIRED', 'The role cannot be cleared.');
  const role = request.role ?? member.role;
  const present = brandScopeOf(role) === 'WHOLE_AGENCY' ? null : member.brandIds;
  const brandIds = request.brandIds === undefined ? present : request.brandIds;
  return accepted(readGrant({ role, brandIds }, { roles: MEMBER_ROLES, path: ['input'] }));
}

function isSame(member: Member, { role, brandIds }: Grant): boolean {
  if (role !== member.role) return false;
  if (brandIds === null || member.brandIds === null) return brandIds === member.brandIds;
  return new Set(brandIds).symmetricDifference(new Set(member.brandIds)).size === 0;
}

async function change(
  kernel: AccessKernel,
  unit: UnitOfWork,
  {
    caller,
    member,
    grant,
  }: { readonly caller: Caller; readonly member: Member; readonly grant: Grant<MemberRole> },
): Promise<Member> {
  const { agencyId, personId } = member;
  const { role, brandIds } = grant;
  const updatedAt = await presentInstant(kernel, unit);
  const columns = { role, wholeAgency: brandIds === null, updatedAt };
  await unit.em.nativeUpdate(MembershipEntity, { agencyId, personId }, columns);
  await replaceGrantedBrands(unit, { agencyId, grantee: 'membership', id: personId, brandIds });
  await kernel.audit(unit, caller, [
    {
      action: 'member.update',
      object: { kind: 'person', id: encodeId('person', personId) },
      before: auditedGrant(member),
      after: auditedGrant(grant),
    },
  ]);
  return { ...member, role, brandIds, updatedAt };
}
