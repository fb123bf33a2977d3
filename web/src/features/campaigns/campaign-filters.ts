import type {
  BlockerCode,
  CampaignFilter,
  CampaignOrder,
  CampaignOrderField,
  CampaignStatus,
  DesiredStatus,
} from '../../client/generated/graphql.js';
import type { Filter } from '../../kit/list/column.js';
import type { ListState, Sort } from '../../kit/list/list-state.js';

/** What campaigns can be narrowed down by, besides their brand. */
export const CAMPAIGN_FILTERS: readonly Filter[] = [
  {
    id: 'status',
    label: 'Any status',
    options: [
      { value: 'ACTIVE', label: 'Active' },
      { value: 'INACTIVE', label: 'Inactive' },
      { value: 'PAUSED', label: 'Paused' },
    ],
  },
  {
    id: 'desiredStatus',
    label: 'Any desired status',
    options: [
      { value: 'ACTIVE', label: 'Desired: active' },
      { value: 'PAUSED', label: 'Desired: paused' },
      { value: 'ARCHIVED', label: 'Archived' },
    ],
  },
  {
    id: 'blocker',
    label: 'Any reason',
    options: [
      { value: 'DAILY_BUDGET', label: 'Day spent' },
      { value: 'MONTHLY_BUDGET', label: 'Month spent' },
      { value: 'BRAND_DAILY_BUDGET', label: 'Brand’s day spent' },
      { value: 'BRAND_MONTHLY_BUDGET', label: 'Brand’s month spent' },
      { value: 'OUTSIDE_SCHEDULE', label: 'Off schedule' },
      { value: 'MANUAL_PAUSE', label: 'Paused by hand' },
      { value: 'BRAND_PAUSED', label: 'Brand paused' },
      { value: 'NOT_STARTED', label: 'Not started' },
      { value: 'ENDED', label: 'Ended' },
      { value: 'ARCHIVED', label: 'Archived' },
    ],
  },
  {
    id: 'utilization',
    label: 'Any utilisation',
    isSingle: true,
    options: [
      { value: 'risk', label: 'At risk: active, from 80 %' },
      { value: '0.7', label: 'From 70 %' },
      { value: '0.9', label: 'From 90 %' },
      { value: '1', label: 'Exhausted' },
    ],
  },
];

export const DEFAULT_SORT: Sort = { field: 'UTILIZATION', direction: 'DESC' };

/** Those that are in use: what is listed unless the address asks for archived ones. */
const IN_USE: readonly DesiredStatus[] = ['ACTIVE', 'PAUSED'];

/** Whether archived campaigns are among what the address asks for. */
export function asksArchived({ filters }: Pick<ListState, 'filters'>): boolean {
  const { desiredStatus = [], blocker = [], archived = [] } = filters;
  if (desiredStatus.length > 0) return desiredStatus.includes('ARCHIVED');
  return archived.length > 0 || blocker.includes('ARCHIVED');
}

/** The filter that an address asks for. */
export function campaignFilterOf(state: Pick<ListState, 'search' | 'filters'>): CampaignFilter {
  const { search, filters } = state;
  const [utilization] = filters.utilization ?? [];
  const [brandId] = filters.brand ?? [];
  return {
    ...(search === '' ? {} : { search }),
    ...(brandId === undefined ? {} : { brandId }),
    ...listOf<CampaignStatus, 'status'>('status', filters.status),
    ...desiredStatusOf(state),
    ...listOf<BlockerCode, 'blocker'>('blocker', filters.blocker),
    ...utilizationOf(utilization),
  };
}

/** Those at risk are those that the monitor counts: a month or a brand's budget may be the one. */
function utilizationOf(text: string | undefined): CampaignFilter {
  if (text === undefined) return {};
  return text === 'risk' ? { atRisk: true } : { utilizationAtLeast: Number(text) };
}

function desiredStatusOf(state: Pick<ListState, 'filters'>): CampaignFilter {
  const { desiredStatus = [] } = state.filters;
  if (desiredStatus.length > 0)
    return listOf<DesiredStatus, 'desiredStatus'>('desiredStatus', desiredStatus);
  return asksArchived(state) ? {} : { desiredStatus: [...IN_USE] };
}

function listOf<Value, Name extends string>(
  name: Name,
  values: readonly string[] = [],
): Partial<Record<Name, Value[]>> {
  // What somebody typed into the address that does not exist is refused by the server, by its name.
  return values.length === 0 ? {} : ({ [name]: values } as Record<Name, Value[]>);
}

/** The order that an address asks for. */
export function campaignOrderOf(sort: Sort | null): CampaignOrder | null {
  if (sort === null) return null;
  return { field: sort.field as CampaignOrderField, direction: sort.direction };
}
