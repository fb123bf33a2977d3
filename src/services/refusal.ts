import { type UserError, type UserErrorCode, userError } from '../domain/errors.js';
import type { Reading } from '../domain/input/reading.js';
import { err, ok } from '../domain/result.js';
import type { Outcome } from './outcome.js';

/** Thrown by a unit of work that refuses, so that nothing of it is kept. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly errors: readonly UserError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

/** Ends the unit of work with one error. */
export function refuse(field: readonly string[], code: UserErrorCode, message: string): never {
  throw new Refusal([userError(field, code, message)]);
}

/** The value that was read; refuses with all that is wrong with it. */
export function accepted<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Refusal(reading.error);
  return reading.value;
}

/** Runs a unit of work and turns what it throws as a Refusal into the mutation's outcome. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refusal) return err(error.errors);
    throw error;
  }
}
