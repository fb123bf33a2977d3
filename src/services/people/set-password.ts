import type { SessionId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant.js';
import { PersonEntity } from '../../entities/person.js';
import { presentInstant } from '../../persistence/present-instant.js';
import type { PersonRow } from '../../persistence/queries/find-person.js';
import { useUpPasswordLinks } from '../../persistence/queries/password-links.js';
import { revokeSessionsOf } from '../../persistence/queries/write-sessions.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import type { PersonAudit } from './audit-person.js';

/** A person's new password, and the one session that may go on; null: none. */
export interface NewPassword {
  readonly person: PersonRow;
  readonly passwordHash: string;
  readonly keptSession: SessionId | null;
}

/**
 * Gives a person, who is locked in this transaction, a new password: their other sessions end, and no
 * link to set one is good any more. Gives what is to be audited of it.
 */
export async function setPassword(
  kernel: Pick<AccessKernel, 'clock' | 'testClock'>,
  unit: UnitOfWork,
  { person, passwordHash, keptSession }: NewPassword,
): Promise<Pick<PersonAudit['change'], 'before' | 'after'>> {
  const { id, passwordChangedAt: before } = person;
  const at = await presentInstant(kernel, unit);
  await unit.em.nativeUpdate(PersonEntity, { id }, { passwordHash, passwordChangedAt: at });
  await revokeSessionsOf(unit, id, keptSession);
  await useUpPasswordLinks(unit, id);
  return {
    before: { passwordChangedAt: before === null ? null : formatInstant(before) },
    after: { passwordChangedAt: formatInstant(at) },
  };
}
