import type { Caller } from '../../domain/access/caller.js';
import { invariant } from '../../domain/errors.js';
import type { CampaignId } from '../../domain/ids.js';
import { formatMicros } from '../../domain/money/micros.js';
import type { SpendSlice } from '../../domain/simulation/spend-slices.js';
import { formatInstant } from '../../domain/time/instant.js';
import {
  type RunningCampaign,
  runningCampaignsAfter,
} from '../../persistence/queries/running-campaigns.js';
import type { BookKernel } from '../kernel.js';
import { recordSpendBatch } from '../spend/record-spend-batch.js';
import type { RecordSpendRequest } from '../spend/spend-requests.js';
import { minuteOf, SIMULATION_SOURCE } from './simulation-request.js';

/** What was sent, and what became of it. */
export interface SimulationReport {
  readonly running: number;
  readonly recorded: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** Which slices of a campaign that runs are to be recorded now, of at most two minutes. */
export interface SlicesRequest {
  readonly slicesOf: (campaign: RunningCampaign) => readonly SpendSlice[];
  readonly signal?: AbortSignal | undefined;
}

/** Two minutes of so many campaigns are within the limit of a batch. */
const CAMPAIGNS_PER_BATCH = 500;

const COUNTED_AS = {
  RECORDED: 'recorded',
  DUPLICATE: 'duplicates',
  REJECTED: 'rejected',
} as const;

/**
 * Records slices of the agency's ACTIVE campaigns, by the same way in as everybody's spend. A slice's
 * event id follows from its campaign, minute and place: none is ever recorded twice.
 */
export async function recordSlices(
  kernel: BookKernel,
  caller: Caller,
  { slicesOf, signal }: SlicesRequest,
): Promise<SimulationReport> {
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
    const requests = running.flatMap((one) => slicesOf(one).map((slice) => requestOf(one, slice)));
    for (const outcome of await send(kernel, caller, requests)) report[COUNTED_AS[outcome]] += 1;
  }
  return report;
}

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

function requestOf({ campaign, brand }: RunningCampaign, slice: SpendSlice): RecordSpendRequest {
  return {
    campaignId: campaign.id,
    campaignExternalId: null,
    amount: formatMicros(slice.amountMicros),
    currency: brand.currency,
    eventId: `${campaign.id} ${minuteOf(formatInstant(slice.at))} ${slice.place}`,
    source: SIMULATION_SOURCE,
    occurredAt: null,
  };
}
