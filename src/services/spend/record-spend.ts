import { authorize, type Caller } from '../../domain/access/caller.js';
import { invariant } from '../../domain/errors.js';
import { err, ok } from '../../domain/result.js';
import type { Claim } from '../../domain/spend/claim.js';
import type { Kernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { spendClaimOf } from './claim-of-request.js';
import type { RecordedSpend, RecordSpendRequest } from './spend-requests.js';

/**
 * Records a spend and enforces the budgets, in one transaction that it may share with others that
 * arrive at the same moment. Sending the same event again answers with the first row.
 */
export async function recordSpend(
  kernel: Kernel,
  caller: Caller,
  request: RecordSpendRequest,
): Promise<Outcome<RecordedSpend>> {
  authorize(caller, 'spend:record');
  const claim = spendClaimOf(request, { path: ['input'], caller });
  return claim.ok ? submitClaim(kernel, claim.value) : claim;
}

/** Hands a claim to the group commit and says what became of it. */
export async function submitClaim(kernel: Kernel, claim: Claim): Promise<Outcome<RecordedSpend>> {
  const { result, campaign } = await kernel.spendQueue.submit(claim);
  if (result.outcome === 'REJECTED') return err(result.errors);
  invariant(campaign, 'a recorded claim has a campaign');
  return ok({ entry: result.entry, campaign, duplicate: result.outcome === 'DUPLICATE' });
}
