import { countAgencies, type CountedAgency } from '../../persistence/queries/read-agencies.js';
import type { AccessKernel } from '../access-kernel.js';

/** So many are listed: more than anybody reads, less than a process cannot hold. */
const MAX_LISTED = 10_000;

/** Every agency with how many members and brands it has, the oldest first: for the operator alone. */
export function listAgencies({
  database,
}: Pick<AccessKernel, 'database'>): Promise<readonly CountedAgency[]> {
  return countAgencies(database.everywhere, MAX_LISTED);
}
