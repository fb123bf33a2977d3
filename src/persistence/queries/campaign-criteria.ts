import type { BlockerCode } from '../../domain/campaign/blocker.js';
import type { CampaignStatus, DesiredStatus } from '../../domain/campaign/campaign.js';
import type { Instant } from '../../domain/time/instant.js';
import type { BoundValues } from '../bound-values.js';
import { instantValue } from '../instant-value.js';
import { campaignsAtRisk } from '../rows/campaigns-at-risk.js';
import { countedSpend } from '../rows/totals-column.js';
import { among, contains } from '../text-conditions.js';

/** Which campaigns; null: any. All that is given must hold. */
export interface CampaignCriteria {
  readonly brandId: string | null;
  readonly search: string | null;
  readonly status: readonly CampaignStatus[] | null;
  readonly desiredStatus: readonly DesiredStatus[] | null;
  readonly blocker: readonly BlockerCode[] | null;
  readonly externalId: readonly string[] | null;
  readonly utilizationAtLeast: number | null;
  /** Whether it is among those that {@link campaignsAtRisk} by then. */
  readonly atRisk: { readonly is: boolean; readonly now: Instant } | null;
}

/**
 * What must hold for campaigns `c` of an agency (its placeholder); the counter of the day is joined if
 * {@link needsDay} says so.
 */
export function campaignConditions(
  criteria: CampaignCriteria,
  agency: string,
  bound: BoundValues,
): string[] {
  const { brandId, search, status, desiredStatus, blocker, externalId } = criteria;
  const conditions: (string | null)[] = [
    brandId && `c.brand_id = ${bound.bind(brandId)}::uuid`,
    search === null ? null : contains(['c.name', 'c.external_id'], search, bound),
    status && among('c.status', status, bound),
    desiredStatus && among('c.desired_status', desiredStatus, bound),
    blocker && among('c.deciding_blocker', blocker, bound),
    externalId && among('c.external_id', externalId, bound),
    utilizationCondition(criteria, bound),
    riskCondition(criteria, agency, bound),
  ];
  return conditions.filter((condition) => condition !== null);
}

/** Whether every campaign meets the criteria. */
export function isEverything(criteria: CampaignCriteria): boolean {
  return Object.values(criteria).every((criterion) => criterion === null);
}

/** Whether the criteria ask for today's spend. */
export function needsDay({ utilizationAtLeast }: CampaignCriteria): boolean {
  return utilizationAtLeast !== null;
}

function utilizationCondition(
  { utilizationAtLeast }: CampaignCriteria,
  bound: BoundValues,
): string | null {
  if (utilizationAtLeast === null) return null;
  const least = `${bound.bind(String(utilizationAtLeast))}::numeric`;
  return `${countedSpend('c', 'day')} >= ${least} * c.daily_budget_micros`;
}

/** Not told from the rows at hand, but by the very query that counts them, read once. */
function riskCondition(
  { atRisk, brandId }: CampaignCriteria,
  agency: string,
  bound: BoundValues,
): string | null {
  if (atRisk === null) return null;
  const now = bound.bind(instantValue(atRisk.now));
  const brand = brandId && `${bound.bind(brandId)}::uuid`;
  const found = campaignsAtRisk('c.id', { agency, now, brand });
  return `c.id ${atRisk.is ? 'in' : 'not in'} (${found})`;
}
