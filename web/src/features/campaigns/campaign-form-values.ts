import type { CampaignFormFragment, DesiredStatus } from '../../client/generated/graphql.js';
import { readWallTime, writeWallTime } from '../../kit/format/wall-time.js';

/** What the form of a campaign holds: texts, as they are typed. */
export interface CampaignFormValues {
  readonly brandId: string;
  /** The brand's, which amounts and times are in; empty until there is a brand. */
  readonly currency: string;
  readonly timeZone: string;
  readonly name: string;
  readonly externalId: string;
  readonly desiredStatus: DesiredStatus;
  readonly dailyBudget: string;
  readonly monthlyBudget: string;
  /** Wall times of the brand's zone. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Why, for the record. */
  readonly reason: string;
}

/** What is sent of them, all of it. */
export interface CampaignInput {
  readonly name: string;
  readonly externalId: string | null;
  readonly desiredStatus: DesiredStatus;
  readonly dailyBudget: string | null;
  readonly monthlyBudget: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

export const EMPTY_CAMPAIGN: CampaignFormValues = {
  brandId: '',
  currency: '',
  timeZone: '',
  name: '',
  externalId: '',
  desiredStatus: 'ACTIVE',
  dailyBudget: '',
  monthlyBudget: '',
  startsAt: '',
  endsAt: '',
  reason: '',
};

/** The values of a campaign as it was read. */
export function valuesOf(campaign: CampaignFormFragment): CampaignFormValues {
  const { brand, startsAt, endsAt } = campaign;
  return {
    brandId: brand.id,
    currency: brand.currency,
    timeZone: brand.timeZone,
    name: campaign.name,
    externalId: campaign.externalId ?? '',
    desiredStatus: campaign.desiredStatus,
    dailyBudget: campaign.dailyBudget?.amount ?? '',
    monthlyBudget: campaign.monthlyBudget?.amount ?? '',
    startsAt: startsAt === null ? '' : writeWallTime(startsAt, brand.timeZone),
    endsAt: endsAt === null ? '' : writeWallTime(endsAt, brand.timeZone),
    reason: '',
  };
}

/** What is sent of values that are valid. */
export function inputOf(values: CampaignFormValues): CampaignInput {
  return {
    name: values.name.trim(),
    externalId: orNull(values.externalId),
    desiredStatus: values.desiredStatus,
    dailyBudget: orNull(values.dailyBudget),
    monthlyBudget: orNull(values.monthlyBudget),
    startsAt: readWallTime(values.startsAt, values.timeZone)?.instant ?? null,
    endsAt: readWallTime(values.endsAt, values.timeZone)?.instant ?? null,
  };
}

/**
 * What is sent of values where only changes are: those of the fields that were typed in. So an
 * instant with milliseconds, or one that the clocks show twice, stays what it is.
 */
export function changesOf(
  before: CampaignFormValues,
  values: CampaignFormValues,
): Partial<CampaignInput> {
  const input = inputOf(values);
  const names = FIELDS.filter((name) => before[name] !== values[name]);
  return Object.fromEntries(names.map((name) => [name, input[name]]));
}

const FIELDS: readonly (keyof CampaignInput)[] = [
  'name',
  'externalId',
  'desiredStatus',
  'dailyBudget',
  'monthlyBudget',
  'startsAt',
  'endsAt',
];

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
