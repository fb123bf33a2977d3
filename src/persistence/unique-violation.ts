import { hasSqlState } from './retry.js';

const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because another row has the same value in this unique index. */
export function violatesUnique(error: unknown, index: string): boolean {
  return hasSqlState(error, UNIQUE_VIOLATION) && indexOf(error) === index;
}

function indexOf(error: unknown): unknown {
  return error instanceof Error && 'constraint' in error ? error.constraint : undefined;
}
