import type { Caller } from '../../domain/access/caller.js';
import { formatMicros } from '../../domain/money/micros.js';
import { givenBack, givenBackAt } from '../../domain/simulation/given-back.js';
import { type SpendSlice, spendSlices } from '../../domain/simulation/spend-slices.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import {
  type ExhaustedCampaign,
  exhaustedCampaigns,
} from '../../persistence/queries/exhausted-campaigns.js';
import type { RunningCampaign } from '../../persistence/queries/running-campaigns.js';
import type { Kernel } from '../kernel.js';
import { DEMO_SOURCE } from '../demo/demo-past.js';
import { recordRefund } from '../spend/record-refund.js';
import { recordSlices, type SimulationReport } from './record-slices.js';
import { minuteOf, minutesOf, SIMULATION_SOURCE, type SpanRequest } from './simulation-request.js';

/** What is given back was made up, too: now, or with the demo's past. */
const OWN_SOURCES = [SIMULATION_SOURCE, DEMO_SOURCE];
/** More are not looked at in one span: it is to move, not to be complete. */
const MAX_EXHAUSTED = 100;

/**
 * Lets the agency's campaigns spend what they would in a span of at most a minute, and gives some of
 * those that are exhausted a spend back, so that they run again for a while. What of a span has been
 * done is not done again, whoever did it: event ids follow from campaign and minute.
 */
export async function simulateSpan(
  kernel: Kernel,
  caller: Caller,
  span: SpanRequest,
): Promise<SimulationReport & { readonly refunded: number }> {
  const { signal } = span;
  const slicesOf = (spender: RunningCampaign) => slicesIn(span, spender);
  const report = await recordSlices(kernel, caller, { slicesOf, signal });
  return { ...report, refunded: await giveBack(kernel, caller, span) };
}

/** A campaign that has just begun to run does not make up for when it did not. */
function slicesIn(span: SpanRequest, spender: RunningCampaign): readonly SpendSlice[] {
  const from = Math.max(span.from, spender.campaign.state.statusSince);
  return minutesOf(span)
    .flatMap((minute) => spendSlices(spender, minute, span.seed))
    .filter(({ at }) => at > from && at <= span.to);
}

async function giveBack(kernel: Kernel, caller: Caller, span: SpanRequest): Promise<number> {
  const exhausted = await exhaustedCampaigns(kernel.database.within(caller), caller.agencyId, {
    sources: OWN_SOURCES,
    limit: MAX_EXHAUSTED,
  });
  let refunded = 0;
  for (const one of exhausted) {
    for (const at of refundsIn(span, one)) {
      if (span.signal?.aborted) return refunded;
      const outcome = await recordRefund(kernel, caller, {
        entryId: one.entryId,
        amount: formatMicros(givenBack(one)),
        eventId: `${one.campaignId} ${minuteOf(formatInstant(at))} refund`,
        source: SIMULATION_SOURCE,
      });
      if (outcome.ok && !outcome.value.duplicate) refunded += 1;
    }
  }
  return refunded;
}

function refundsIn(span: SpanRequest, exhausted: ExhaustedCampaign): readonly Instant[] {
  const from = Math.max(span.from, exhausted.since);
  return minutesOf(span)
    .map((minute) => givenBackAt(exhausted, minute, span.seed))
    .filter((at) => at !== null)
    .filter((at) => at > from && at <= span.to);
}
