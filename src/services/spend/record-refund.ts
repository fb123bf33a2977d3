import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Kernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { refundClaimOf } from './claim-of-request.js';
import { submitClaim } from './record-spend.js';
import type { RecordedSpend, RecordRefundRequest } from './spend-requests.js';

/** Gives money of a spend back, in the period of that spend; budgets that this frees run again. */
export async function recordRefund(
  kernel: Kernel,
  caller: Caller,
  request: RecordRefundRequest,
): Promise<Outcome<RecordedSpend>> {
  authorize(caller, 'spend:refund');
  const claim = refundClaimOf(request, { path: ['input'], caller });
  return claim.ok ? submitClaim(kernel, claim.value) : claim;
}
