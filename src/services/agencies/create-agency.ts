import type { Agency } from '../../domain/access/agency.js';
import { systemCaller } from '../../domain/access/caller.js';
import type { Member } from '../../domain/access/member.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { invariant } from '../../domain/errors.js';
import { encodeId } from '../../domain/ids.js';
import { readName } from '../../domain/input/name.js';
import { combine } from '../../domain/input/reading.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { insertAgency } from '../../persistence/queries/first-agency.js';
import type { LinkKernel } from '../access-kernel.js';
import { joinAgency, joiningOf } from '../members/join-agency.js';
import type { Outcome } from '../outcome.js';
import { type Acquaintance, meetPerson, readAcquaintance } from '../people/meet-person.js';
import { accepted, outcomeOf } from '../refusal.js';

/** A new agency as the operator names it. */
export interface CreateAgencyRequest {
  readonly name: string;
  /** Somebody who is known or new; `name` is for a new person, null: as the address begins. */
  readonly owner: { readonly email: string; readonly name: string | null };
}

/** An agency that was made, and a link for its owner to choose a password if they are new; else null. */
export interface NewAgency {
  readonly agency: Agency;
  readonly owner: Member;
  readonly passwordLink: string | null;
}

const OWNER = { role: 'OWNER', brandIds: null } as const;

/**
 * Makes an agency with its owner: for the operator alone. Refuses flaws of fields (INVALID; all
 * together) and an owner who was deactivated (INVALID).
 */
export function createAgency(
  kernel: LinkKernel,
  request: CreateAgencyRequest,
  requestId: string,
): Promise<Outcome<NewAgency>> {
  return outcomeOf(async () => {
    const { name, owner: person } = accepted(readRequest(request));
    return kernel.database.everywhere.write(async (unit) => {
      const at = await presentInstant(kernel, unit);
      const id = kernel.ids.next(at);
      const agency = { id, name, createdAt: at };
      await insertAgency(unit, { id, name, at });
      const met = await meetPerson(kernel, unit, { person, field: ['owner', 'email'] });
      const { personId, passwordLink } = met;
      const owner = await joinAgency(kernel, unit, { agencyId: id, personId, grant: OWNER });
      invariant(owner, 'a new agency has no members yet');
      const caller = systemCaller(id, requestId, 'command');
      await kernel.audit(unit, caller, [creationOf(agency), joiningOf(owner)]);
      return { agency, owner, passwordLink };
    });
  });
}

function readRequest({ name, owner }: CreateAgencyRequest) {
  return combine<{ name: string; owner: Acquaintance }>({
    name: readName(name, ['name']),
    owner: readAcquaintance(owner, ['owner']),
  });
}

function creationOf({ id, name }: Agency): AuditDraft {
  return {
    action: 'agency.create',
    object: { kind: 'agency', id: encodeId('agency', id) },
    before: null,
    after: { name },
  };
}
