import type { PersonId } from '../../domain/ids.js';
import { useUpPasswordLinks } from '../../persistence/queries/password-links.js';
import { revokeSessionsOf } from '../../persistence/queries/write-sessions.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';

/** Ends a person's open links and sessions: somebody else may hold them. */
export async function endEntrances(
  { credentials }: Pick<AccessKernel, 'credentials'>,
  unit: UnitOfWork,
  personId: PersonId,
): Promise<void> {
  await useUpPasswordLinks(unit, personId);
  await revokeSessionsOf(unit, personId, null);
  credentials.forget({ personId });
}
