import { DatabaseError } from 'pg';

/** How often a transaction that lost a race is tried again before its failure is reported. */
const MAX_RETRIES = 5;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/** Thrown inside a unit of work to roll it back and run it again on fresh data. */
export class RaceLostError extends Error {
  override readonly name = 'RaceLostError';
}

/**
 * Runs `attempt` again, at most five times, while it fails for losing a race with another transaction;
 * it is told how often it has.
 */
export async function retryRaces<T>(attempt: (lost: number) => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await attempt(retries);
    } catch (error) {
      if (retries >= MAX_RETRIES || !isLostRace(error)) throw error;
    }
  }
}

/** Whether a unit of work failed for what another transaction did meanwhile: doing it anew may succeed. */
export function isLostRace(error: unknown): boolean {
  return (
    error instanceof RaceLostError || hasSqlState(error, SERIALIZATION_FAILURE, DEADLOCK_DETECTED)
  );
}

/** Whether PostgreSQL reported one of these SQLSTATEs, directly or as the cause of an ORM error. */
export function hasSqlState(error: unknown, ...states: readonly string[]): boolean {
  const state = sqlStateOf(error);
  return state !== undefined && states.includes(state);
}

export function sqlStateOf(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code;
  // Errors of Node itself may come from another realm: they are no instances of this one's class.
  if (!Error.isError(error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? undefined : sqlStateOf(error.cause);
}
