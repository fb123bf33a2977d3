import { claimKey, type KeyClaim } from '../../persistence/queries/claim-key.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import { refuse } from '../refusal.js';

/** A claim of the key that a request carries; null: it carries none. */
export type IdempotencyClaim = Omit<KeyClaim, 'key'> & { readonly key: string | null };

/**
 * Claims a request's key for what it is about to make: null if that may be made now, otherwise the
 * id of what the same input made first. Refuses with IDEMPOTENCY_CONFLICT if the key was used with
 * other input. A claim is undone if the unit of work refuses later.
 */
export async function claimIdempotencyKey(
  unit: UnitOfWork,
  { key, ...claim }: IdempotencyClaim,
): Promise<string | null> {
  if (key === null) return null;
  const holder = await claimKey(unit, { ...claim, key });
  if (holder === null) return null;
  if (holder.sameContent) return holder.resultId;
  return refuse(
    ['input', 'idempotencyKey'],
    'IDEMPOTENCY_CONFLICT',
    'The idempotencyKey was used before with other input: a key answers for one input for ever.',
  );
}
