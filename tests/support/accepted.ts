import type { UserError } from '../../src/domain/errors.js';
import type { Outcome } from '../../src/services/outcome.js';

/** What a service made; throws if it refused. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.error.map(describe).join('; ')}`);
}

/** Why a service refused: `input.name INVALID`, one for each error; throws if it did not. */
export function refusals(outcome: Outcome<unknown>): readonly string[] {
  if (outcome.ok) throw new Error('not refused');
  return outcome.error.map(({ field, code }) => `${field.join('.')} ${code}`);
}

function describe({ field, code, message }: UserError): string {
  return `${field.join('.')} ${code}: ${message}`;
}
