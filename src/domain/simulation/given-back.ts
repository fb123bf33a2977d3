import type { CampaignId } from '../ids.js';
import type { Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';
import { seededRandom } from './seeded-random.js';

/** A campaign that has used up its daily budget, and the last of its spends that is still whole. */
export interface Exhausted {
  readonly campaignId: CampaignId;
  readonly spentMicros: Micros;
  readonly budgetMicros: Micros;
  readonly lastMicros: Micros;
}

const MS_PER_MINUTE = 60_000;
/** Of an exhausted campaign's minutes, in so many something is given back to it. */
const MINUTES_WITH_A_REFUND = 0.4;
/** What it can spend again: one part in so many of its budget, which is gone in a few minutes. */
const PARTS = 300n;
/** Nobody gives back millionths. */
const STEP = 100n;

/**
 * When, in the minute of an instant, something is given back to an exhausted campaign, as clicks that
 * nobody meant are; null: not in this minute. The same for the same seed, campaign and minute.
 */
export function givenBackAt(
  { campaignId }: Pick<Exhausted, 'campaignId'>,
  at: Instant,
  seed: string,
): Instant | null {
  const minute = Math.floor(at / MS_PER_MINUTE);
  const random = seededRandom(`${seed} refund ${campaignId} ${minute}`);
  if (random() >= MINUTES_WITH_A_REFUND) return null;
  return minute * MS_PER_MINUTE + Math.floor(random() * MS_PER_MINUTE);
}

/** How much of the last spend: so that it runs again for a while, or all if that is not enough. */
export function givenBack({ spentMicros, budgetMicros, lastMicros }: Exhausted): Micros {
  const least = spentMicros - budgetMicros + budgetMicros / PARTS;
  const wanted = (least / STEP + 1n) * STEP;
  return wanted < lastMicros ? wanted : lastMicros;
}
