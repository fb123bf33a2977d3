import type { Instant } from '../../domain/time/instant.js';
import { earliestDue } from '../../persistence/queries/find-due.js';
import type { Kernel } from '../kernel.js';

/** The earliest instant at which time alone changes something; null if it never does. */
export function readNextDue({ database }: Pick<Kernel, 'database'>): Promise<Instant | null> {
  return earliestDue(database.everywhere);
}
