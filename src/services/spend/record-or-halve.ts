import { UnavailableError } from '../../domain/errors.js';
import type { Claim } from '../../domain/spend/claim.js';
import { activity } from '../../platform/activity.js';
import type { BookKernel } from '../kernel.js';
import { recordClaims } from './record-claims.js';
import type { SettledClaim } from './spend-queue.js';

/**
 * Records claims in one transaction. If the transaction itself fails, each half is tried in one of
 * its own, down to single claims, so that a claim that the database cannot take fails alone. One
 * settled result for each claim, in order; never throws. A database that is gone is not asked twice.
 * `onDecided` is told once all is decided and only has to be written.
 */
export async function recordOrHalve(
  kernel: BookKernel,
  claims: readonly Claim[],
  onDecided?: () => void,
): Promise<readonly PromiseSettledResult<SettledClaim>[]> {
  try {
    const { results, snapshotOf } = await recordClaims(kernel, claims, onDecided);
    for (const { outcome } of results) activity.spendEntries.add(outcome);
    return results.map((result) => ({
      status: 'fulfilled',
      value: {
        result,
        campaign: result.outcome === 'REJECTED' ? null : snapshotOf(result.entry.campaignId),
      },
    }));
  } catch (reason) {
    if (claims.length === 1 || reason instanceof UnavailableError) {
      return claims.map(() => ({ status: 'rejected', reason }));
    }
    const middle = Math.ceil(claims.length / 2);
    return [
      ...(await recordOrHalve(kernel, claims.slice(0, middle))),
      ...(await recordOrHalve(kernel, claims.slice(middle))),
    ];
  }
}
