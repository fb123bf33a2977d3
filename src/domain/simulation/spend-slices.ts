import { exponentOf } from '../money/currency.js';
import { type Micros, SPEND_DECIMALS } from '../money/micros.js';
import type { Instant } from '../time/instant.js';
import { seededRandom } from './seeded-random.js';
import { FINER_DECIMALS, simulatedSpend, type Spender } from './simulated-spend.js';

/** A part of what a campaign spends in a minute, and the instant within the minute at which it does. */
export interface SpendSlice {
  /** From 0, in the order of their instants; one of which nothing is left has no slice. */
  readonly place: number;
  readonly at: Instant;
  readonly amountMicros: Micros;
}

const MS_PER_MINUTE = 60_000;
/** With a dozen campaigns that run, something moves about every second; each is a row for ever. */
const SLICES = 6;
const SLICE_MS = MS_PER_MINUTE / SLICES;
const PRECISION = 1_000_000;

/**
 * {@link simulatedSpend} of the minute of an instant, cut into parts that come one after the other and
 * add up to it exactly. The same for the same seed, campaign, budgets, schedule and minute.
 */
export function spendSlices(spender: Spender, at: Instant, seed: string): readonly SpendSlice[] {
  const total = simulatedSpend(spender, at, seed);
  if (total === null) return [];
  const minute = Math.floor(at / MS_PER_MINUTE);
  const random = seededRandom(`${seed} slices ${spender.campaign.id} ${minute}`);
  const step = stepOf(spender);
  const places = Array.from({ length: SLICES }, (_, place) => place);
  const instants = places.map(
    (place) => minute * MS_PER_MINUTE + Math.floor((place + random()) * SLICE_MS),
  );
  const cuts = [
    0,
    ...places
      .slice(1)
      .map(() => random())
      .toSorted((a, b) => a - b),
    1,
  ];
  const marks = cuts.map((cut) => partOf(total / step, cut) * step);
  return instants
    .map((instant, place) => {
      const amountMicros = (marks[place + 1] ?? total) - (marks[place] ?? 0n);
      return { place, at: instant, amountMicros };
    })
    .filter(({ amountMicros }) => amountMicros > 0n);
}

function stepOf({ brand }: Spender): Micros {
  const decimals = Math.min(SPEND_DECIMALS, exponentOf(brand.currency) + FINER_DECIMALS);
  return 10n ** BigInt(SPEND_DECIMALS - decimals);
}

function partOf(steps: bigint, part: number): bigint {
  return (steps * BigInt(Math.round(part * PRECISION))) / BigInt(PRECISION);
}
