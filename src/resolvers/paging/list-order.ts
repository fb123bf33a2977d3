import {
  type ListValue,
  INSTANT_VALUE,
  MICROS_VALUE,
  RATIO_VALUE,
  TEXT_VALUE,
} from './list-value.js';
import type { BrandOrder } from '../../services/brands/brand-requests.js';
import type { CampaignOrder } from '../../services/campaigns/campaign-requests.js';

/** The order of a list: a cursor is good only in the order in which it was given out. */
export interface ListOrder {
  readonly name: string;
  /** What the rows are ordered by, before their ids. */
  readonly value: ListValue;
}

const BRAND_VALUES: Readonly<Record<BrandOrder['field'], ListValue>> = {
  CREATED_AT: INSTANT_VALUE,
  NAME: TEXT_VALUE,
};

const CAMPAIGN_VALUES: Readonly<Record<CampaignOrder['field'], ListValue>> = {
  CREATED_AT: INSTANT_VALUE,
  NAME: TEXT_VALUE,
  UTILIZATION: RATIO_VALUE,
  SPENT_TODAY: MICROS_VALUE,
};

/** The order of brands by a field. */
export function brandListOrder({ field, direction }: BrandOrder): ListOrder {
  return { name: `brands ${field} ${direction}`, value: BRAND_VALUES[field] };
}

/** The order of campaigns by a field. */
export function campaignListOrder({ field, direction }: CampaignOrder): ListOrder {
  return { name: `campaigns ${field} ${direction}`, value: CAMPAIGN_VALUES[field] };
}

/** Ledger rows, by when they were recorded. */
export const SPEND_ENTRY_ORDER: ListOrder = { name: 'entries', value: INSTANT_VALUE };

/** Status changes, by when they hold from. */
export const STATUS_CHANGE_ORDER: ListOrder = { name: 'changes', value: INSTANT_VALUE };

/** Ended periods, by their ends. */
export const PERIOD_CLOSE_ORDER: ListOrder = { name: 'closes', value: INSTANT_VALUE };

/** Members, by when they joined. */
export const MEMBER_ORDER: ListOrder = { name: 'members', value: INSTANT_VALUE };

/** Invitations, by when they were made. */
export const INVITATION_ORDER: ListOrder = { name: 'invitations', value: INSTANT_VALUE };

/** Keys, by when they were made. */
export const KEY_ORDER: ListOrder = { name: 'keys', value: INSTANT_VALUE };

/** Rows of the audit log, by their places. */
export const AUDIT_ORDER: ListOrder = { name: 'audit', value: MICROS_VALUE };
