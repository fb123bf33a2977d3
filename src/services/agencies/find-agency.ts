import type { Agency } from '../../domain/access/agency.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { invariant } from '../../domain/errors.js';
import { readAgency } from '../../persistence/queries/read-agencies.js';
import type { AccessKernel } from '../access-kernel.js';

/** The caller's own agency. */
export async function findAgency(
  { database }: Pick<AccessKernel, 'database'>,
  caller: Caller,
): Promise<Agency> {
  authorize(caller, 'agency:read');
  const agency = await readAgency(database.within(caller), caller.agencyId);
  invariant(agency, 'an agency is never deleted');
  return agency;
}
