import { readEmail } from '../../domain/access/read-email.js';
import { systemCaller } from '../../domain/access/caller.js';
import { encodeId, type PersonId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant.js';
import { presentInstant } from '../../persistence/present-instant.js';
import {
  agenciesOfPerson,
  type AgencyOfPerson,
  markDeactivated,
} from '../../persistence/queries/deactivate-person.js';
import { findPersonByEmail, lockPerson } from '../../persistence/queries/find-person.js';
import { revokeSessionsOf } from '../../persistence/queries/write-sessions.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';

/** A person who can no longer sign in, and where they are still a member. */
export interface DeactivatedPerson {
  readonly personId: PersonId;
  readonly agencies: readonly AgencyOfPerson[];
}

/**
 * Keeps a person out of all agencies and ends their sessions, also an agency's last owner: for the
 * operator alone, who is told which agencies are without one. Each agency's log has it. Refuses an
 * address that nobody has (NOT_FOUND); somebody who is kept out already stays so.
 */
export async function deactivatePerson(
  kernel: AccessKernel,
  email: string,
  requestId: string,
): Promise<Outcome<DeactivatedPerson>> {
  const outcome = await outcomeOf(() =>
    kernel.database.everywhere.write(async (unit) => {
      const found = await findPersonByEmail(unit, accepted(readEmail(email, ['email'])));
      const person = found && (await lockPerson(unit, found.id));
      if (person === null)
        return refuse(['email'], 'NOT_FOUND', `Nobody has the address ${email}.`);
      const { id: personId, deactivatedAt } = person;
      if (deactivatedAt !== null) {
        return { personId, agencies: await agenciesOfPerson(unit, personId) };
      }
      const at = await presentInstant(kernel, unit);
      await markDeactivated(unit, personId, at);
      await revokeSessionsOf(unit, personId, null);
      const agencies = await agenciesOfPerson(unit, personId);
      const draft = {
        action: 'person.deactivate',
        object: { kind: 'person', id: encodeId('person', personId) },
        before: { deactivatedAt: null },
        after: { deactivatedAt: formatInstant(at) },
      } as const;
      for (const { id } of agencies) {
        await kernel.audit(unit, systemCaller(id, requestId, 'command'), [draft]);
      }
      return { personId, agencies };
    }),
  );
  if (outcome.ok) kernel.credentials.forget({ personId: outcome.value.personId });
  return outcome;
}
