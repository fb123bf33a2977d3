import { authorize, type Caller } from '../../domain/access/caller.js';
import { userError } from '../../domain/errors.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { SpendClaim } from '../../domain/spend/claim.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import type { ClaimResult } from './claim-group.js';
import { spendClaimOf } from './claim-of-request.js';
import { recordOrHalve } from './record-or-halve.js';
import type { RecordSpendRequest, SpendItemResult } from './spend-requests.js';

/** How many spends one batch may hold. */
export const MAX_BATCH = 10_000;

/**
 * Records up to 10 000 spends in one transaction, as if one after the other. One result for each, in
 * order; a refused entry does not refuse the others. More than 10 000: TOO_MANY, nothing recorded.
 */
export async function recordSpendBatch(
  kernel: BookKernel,
  caller: Caller,
  requests: readonly RecordSpendRequest[],
): Promise<Outcome<readonly SpendItemResult[]>> {
  authorize(caller, 'spend:record');
  if (requests.length > MAX_BATCH) {
    const message = `A batch holds at most ${MAX_BATCH} entries; this one has ${requests.length}.`;
    return err([userError(['entries'], 'TOO_MANY', message)]);
  }
  const parsed = requests.map((request, i) =>
    spendClaimOf(request, { path: ['entries', String(i)], caller }),
  );
  const recorded = await recordAll(kernel, claimsOf(parsed));
  let next = 0;
  return ok(
    parsed.map((claim) => {
      if (!claim.ok) return { outcome: 'REJECTED', errors: claim.error };
      const result = recorded[next];
      next += 1;
      return itemOf(result);
    }),
  );
}

async function recordAll(
  kernel: BookKernel,
  claims: readonly SpendClaim[],
): Promise<readonly ClaimResult[]> {
  if (claims.length === 0) return [];
  const settled = await recordOrHalve(kernel, claims);
  return settled.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value.result;
  });
}

function claimsOf(parsed: readonly Result<SpendClaim, unknown>[]): readonly SpendClaim[] {
  return parsed.flatMap((claim) => (claim.ok ? [claim.value] : []));
}

function itemOf(result: ClaimResult | undefined): SpendItemResult {
  if (result === undefined) throw new TypeError('a claim got no result');
  if (result.outcome === 'REJECTED') return { outcome: 'REJECTED', errors: result.errors };
  return { outcome: result.outcome, entryId: result.entry.id };
}
