import type { Caller } from '../../domain/access/caller.js';
import { spendSlices } from '../../domain/simulation/spend-slices.js';
import { presentInstant } from '../../persistence/present-instant.js';
import type { BookKernel } from '../kernel.js';
import { recordSlices, type SimulationReport } from './record-slices.js';
import type { SimulationRequest } from './simulation-request.js';

/**
 * Lets the agency's ACTIVE campaigns spend, at once, all that they would in the present minute. The
 * amounts follow from the seed, the campaign and the minute, and so do the event ids: a second run in
 * the same minute records nothing again, nor does whoever paces the minute.
 */
export async function simulateSpend(
  kernel: BookKernel,
  caller: Caller,
  { seed, signal }: SimulationRequest,
): Promise<SimulationReport> {
  const at = await presentInstant(kernel, kernel.database.everywhere);
  return recordSlices(kernel, caller, {
    slicesOf: (spender) => spendSlices(spender, at, seed),
    signal,
  });
}
