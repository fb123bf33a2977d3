import type { Member } from '../../domain/access/member.js';
import type { Grant } from '../../domain/access/read-grant.js';
import type { MemberRole } from '../../domain/access/role.js';
import { auditedGrant } from '../../domain/access/audited-grant.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { invariant } from '../../domain/errors.js';
import { type AgencyId, encodeId, type PersonId } from '../../domain/ids.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { agencyIdsOfPerson } from '../../persistence/queries/find-person.js';
import { readMembers } from '../../persistence/queries/read-members.js';
import { insertMembership } from '../../persistence/queries/write-membership.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import { endEntrances } from '../people/end-entrances.js';

/** Who joins which agency, as what. */
export interface Joining {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly grant: Grant<MemberRole>;
}

/**
 * Makes a person a member of an agency that has the brands; null: they are one already. Of one who is
 * in another agency too, open links and sessions end.
 */
export async function joinAgency(
  kernel: AccessKernel,
  unit: UnitOfWork,
  { agencyId, personId, grant }: Joining,
): Promise<Member | null> {
  const at = await presentInstant(kernel, unit);
  const isElsewhere = (await agencyIdsOfPerson(unit, personId)).length > 0;
  if (!(await insertMembership(unit, { agencyId, personId, ...grant, at }))) return null;
  // Whoever administers another agency of theirs may hold a link or a session of theirs: it must not
  // open this one.
  if (isElsewhere) await endEntrances(kernel, unit, personId);
  const [member] = await readMembers(unit, agencyId, [personId]);
  invariant(member, 'who has just joined is a member');
  return member;
}

/** What the audit log says of it. */
export function joiningOf({ personId, email, name, ...grant }: Member): AuditDraft {
  return {
    action: 'member.add',
    object: { kind: 'person', id: encodeId('person', personId) },
    before: null,
    after: { email, name, ...auditedGrant(grant) },
  };
}
