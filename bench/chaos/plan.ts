/** A spend that is to be recorded exactly once, however often it is sent. */
export interface PlannedSpend {
  readonly eventId: string;
  /** Which of the campaigns, by its place. */
  readonly campaign: number;
  readonly amountMicros: bigint;
}

/** A campaign of the plan; budgets in whole cents, null for none. */
export interface PlannedCampaign {
  readonly brand: number;
  readonly dailyBudgetMicros: bigint | null;
}

/** Brands, campaigns and spends that bring some of them over their caps on the way. */
export interface Plan {
  readonly brandBudgetsMicros: readonly (bigint | null)[];
  readonly campaigns: readonly PlannedCampaign[];
  readonly spends: readonly PlannedSpend[];
}

const BRANDS = 4;
const CAMPAIGNS = 20;
/** Budgets as percentages of what will be spent; null: none. */
const CAMPAIGN_CAPS = [20, 50, 80, 150, null] as const;
const BRAND_CAPS = [60, null, 90, null] as const;
/** By so many places a second copy follows the first. */
const LATER = 150;
const MICROS_PER_CENT = 10_000n;

/** Plans so many spends: the same for the same number. */
export function planSpends(count: number): Plan {
  const spends = Array.from({ length: count }, (_, i) => ({
    eventId: `spend-${i}`,
    campaign: (i * 7) % CAMPAIGNS,
    amountMicros: 1_000_000n + BigInt((i * 7_919_333) % 9_000_001),
  }));
  const indexes = Array.from({ length: CAMPAIGNS }, (_, i) => i);
  const brandOf = (campaign: number): number => campaign % BRANDS;
  const total = (isOurs: (campaign: number) => boolean): bigint =>
    spends.reduce((sum, spend) => sum + (isOurs(spend.campaign) ? spend.amountMicros : 0n), 0n);
  return {
    spends,
    campaigns: indexes.map((index) => ({
      brand: brandOf(index),
      dailyBudgetMicros: share(
        total((campaign) => campaign === index),
        CAMPAIGN_CAPS[Math.floor(index / BRANDS)] ?? null,
      ),
    })),
    brandBudgetsMicros: BRAND_CAPS.map((percent, brand) =>
      share(
        total((campaign) => brandOf(campaign) === brand),
        percent,
      ),
    ),
  };
}

/**
 * In which order they are sent: every tenth twice, half of these at the same time as the first, half
 * some time later.
 */
export function sendingOrder(spends: readonly PlannedSpend[]): readonly PlannedSpend[] {
  const again = spends.flatMap((spend, i) =>
    i % 10 === 0 ? [{ spend, place: i % 20 === 0 ? i : i + LATER }] : [],
  );
  const all = [...spends.map((spend, place) => ({ spend, place })), ...again];
  return all.toSorted((a, b) => a.place - b.place).map(({ spend }) => spend);
}

function share(micros: bigint, percent: number | null): bigint | null {
  if (percent === null) return null;
  const cents = (micros * BigInt(percent)) / 100n / MICROS_PER_CENT;
  return (cents || 1n) * MICROS_PER_CENT;
}
