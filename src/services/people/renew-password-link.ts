import { systemCaller } from '../../domain/access/caller.js';
import { readEmail } from '../../domain/access/read-email.js';
import { encodeId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant.js';
import {
  agencyIdsOfPerson,
  findPersonByEmail,
  lockPerson,
} from '../../persistence/queries/find-person.js';
import type { LinkKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import { makePasswordLink, type PasswordLink } from './make-password-link.js';

/**
 * Makes a link by which anybody who is known can set a new password: for the operator alone. The log
 * of each of their agencies has it. Refuses an address that nobody has (NOT_FOUND) and somebody who
 * was deactivated (INVALID).
 */
export function renewPasswordLink(
  kernel: LinkKernel,
  email: string,
  requestId: string,
): Promise<Outcome<PasswordLink>> {
  return outcomeOf(async () => {
    const address = accepted(readEmail(email, ['email']));
    return kernel.database.everywhere.write(async (unit) => {
      const found = await findPersonByEmail(unit, address);
      const person = found && (await lockPerson(unit, found.id));
      if (person === null)
        return refuse(['email'], 'NOT_FOUND', `Nobody has the address ${address}.`);
      if (person.deactivatedAt !== null) {
        return refuse(['email'], 'INVALID', `${address} was deactivated.`);
      }
      const made = await makePasswordLink(kernel, unit, person.id);
      const draft = {
        action: 'person.create_password_link',
        object: { kind: 'person', id: encodeId('person', person.id) },
        before: null,
        after: { email: address, expiresAt: formatInstant(made.expiresAt) },
      } as const;
      for (const agencyId of await agencyIdsOfPerson(unit, person.id)) {
        await kernel.audit(unit, systemCaller(agencyId, requestId, 'command'), [draft]);
      }
      return made;
    });
  });
}
