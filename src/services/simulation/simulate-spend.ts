import type { Caller } from '../../domain/access/caller.js';
import { invariant } from '../../domain/errors.js';
import type { CampaignId } from '../../domain/ids.js';
import { formatMicros } from '../../domain/money/micros.js';
import { simulatedSpend } from '../../domain/simulation/simulated-spend.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { presentInstant } from '../../persistence/present-instant.js';
import {
  type RunningCampaign,
  runningCampaignsAfter,
} from '../../persistence/queries/running-campaigns.js';
import type { BookKernel } from '../kernel.js';
import { recordSpendBatch } from '../spend/record-spend-batch.js';
import type { RecordSpendRequest } from '../spend/spend-requests.js';

/** What the simulation depends on besides the campaigns and the minute. */
export interface SimulationRequest {
  readonly seed: string;
  /** Ends the work early, between two batches. */
  readonly signal?: AbortSignal;
}

/** What was sent in one minute, and what became of it. */
export interface SimulationReport {
  readonly running: number;
  readonly recorded: number;
  readonly duplicates: number;
  readonly rejected: number;
}

const SOURCE = 'simulation';
const CAMPAIGNS_PER_BATCH = 1_000;
const MINUTE_LENGTH = '2026-11-22T09:30'.length;

/**
 * Lets the agency's ACTIVE campaigns spend what they would in the present minute, by the same way in
 * as everybody's spend. The amounts follow from the seed, the campaign and the minute, and so do
 * the event ids: a second run in the same minute records nothing again.
 */
export async function simulateSpend(
  kernel: BookKernel,
  caller: Caller,
  { seed, signal }: SimulationRequest,
): Promise<SimulationReport> {
  const at = await presentInstant(kernel, kernel.database.everywhere);
  const report = { running: 0, recorded: 0, duplicates: 0, rejected: 0 };
  let after: CampaignId | null = null;
  while (!signal?.aborted) {
    const running: readonly RunningCampaign[] = await runningCampaignsAfter(
      kernel.database.within(caller),
      caller.agencyId,
      { after, limit: CAMPAIGNS_PER_BATCH },
    );
    const last = running.at(-1);
    if (last === undefined) break;
    after = last.campaign.id;
    report.running += running.length;
    const outcomes = await send(
      kernel,
      caller,
      running.flatMap((one) => requestOf(one, at, seed)),
    );
    for (const outcome of outcomes) report[COUNTED_AS[outcome]] += 1;
  }
  return report;
}

const COUNTED_AS = {
  RECORDED: 'recorded',
  DUPLICATE: 'duplicates',
  REJECTED: 'rejected',
} as const;

async function send(
  kernel: BookKernel,
  caller: Caller,
  requests: readonly RecordSpendRequest[],
): Promise<readonly (keyof typeof COUNTED_AS)[]> {
  if (requests.length === 0) return [];
  const sent = await recordSpendBatch(kernel, caller, requests);
  invariant(sent.ok, 'a batch of the simulation is within the limits');
  return sent.value.map(({ outcome }) => outcome);
}

function requestOf(
  { campaign, brand }: RunningCampaign,
  at: Instant,
  seed: string,
): readonly RecordSpendRequest[] {
  const amountMicros = simulatedSpend({ campaign, brand }, at, seed);
  if (amountMicros === null) return [];
  const minute = formatInstant(at).slice(0, MINUTE_LENGTH);
  return [
    {
      campaignId: campaign.id,
      campaignExternalId: null,
      amount: formatMicros(amountMicros),
      currency: brand.currency,
      eventId: `${campaign.id} ${minute}`,
      source: SOURCE,
      occurredAt: null,
    },
  ];
}
