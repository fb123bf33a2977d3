import { invariant } from '../../domain/errors.js';
import type { AgencyId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { UnitOfWork } from '../unit-of-work.js';

/** A key that is to stand for what an operation makes from some content. */
export interface KeyClaim {
  readonly agencyId: AgencyId;
  readonly operation: string;
  readonly key: string;
  /** All that was asked for: plain values and bigints. */
  readonly content: object;
  readonly resultId: string;
  readonly at: Instant;
}

/** What a key stands for, and whether it was made from the same content. */
export interface KeyHolder {
  readonly resultId: string;
  readonly sameContent: boolean;
}

/**
 * Takes a key for ever, if it is free, from the commit of this transaction on: then null. Otherwise
 * gives what it stands for. Waits for another transaction that is taking the same key.
 */
export async function claimKey(unit: UnitOfWork, claim: KeyClaim): Promise<KeyHolder | null> {
  const { agencyId, operation, key, resultId, at } = claim;
  const content = JSON.stringify(claim.content, bigintAsText);
  const taken = await unit.rows(
    `insert into idempotency_key (agency_id, operation, key, content, result_id, created_at)
     values ($1, $2, $3, $4::jsonb, $5, $6::timestamptz)
     on conflict (agency_id, operation, key) do nothing returning 1`,
    [agencyId, operation, key, content, resultId, formatInstant(at)],
  );
  if (taken.length > 0) return null;
  const [holder] = await unit.rows<KeyHolder>(
    `select result_id as "resultId", content = $4::jsonb as "sameContent"
     from idempotency_key where agency_id = $1 and operation = $2 and key = $3`,
    [agencyId, operation, key, content],
  );
  invariant(holder, 'a key is never deleted');
  return holder;
}

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
