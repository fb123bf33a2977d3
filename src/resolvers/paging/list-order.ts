import {
  type ListValue,
  INSTANT_VALUE,
  MICROS_VALUE,
  OPTIONAL_INSTANT_VALUE,
  RATIO_VALUE,
  TEXT_VALUE,
} from './list-value.js';
import type { BrandOrder } from '../../services/brands/brand-requests.js';
import type { CampaignOrder } from '../../services/campaigns/campaign-requests.js';
import type { InvitationOrder } from '../../services/invitations/invitation-requests.js';
import type { KeyOrder } from '../../services/keys/key-requests.js';
import type { MemberOrder } from '../../services/members/member-requests.js';
import type { SpendEntryOrder } from '../../services/spend/spend-requests.js';

/** The order of a list: a cursor is good only in the order in which it was given out. */
export interface ListOrder {
  readonly name: string;
  /** What the rows are ordered by, before their ids. */
  readonly value: ListValue;
}

const BRAND_VALUES: Readonly<Record<BrandOrder['field'], ListValue>> = {
  CREATED_AT: INSTANT_VALUE,
  NAME: TEXT_VALUE,
  UTILIZATION: RATIO_VALUE,
  SPENT_TODAY: MICROS_VALUE,
};

const CAMPAIGN_VALUES: Readonly<Record<CampaignOrder['field'], ListValue>> = {
  CREATED_AT: INSTANT_VALUE,
  NAME: TEXT_VALUE,
  UTILIZATION: RATIO_VALUE,
  SPENT_TODAY: MICROS_VALUE,
};

const MEMBER_VALUES: Readonly<Record<MemberOrder['field'], ListValue>> = {
  NAME: TEXT_VALUE,
  EMAIL: TEXT_VALUE,
  CREATED_AT: INSTANT_VALUE,
};

const KEY_VALUES: Readonly<Record<KeyOrder['field'], ListValue>> = {
  NAME: TEXT_VALUE,
  CREATED_AT: INSTANT_VALUE,
  LAST_USED_AT: OPTIONAL_INSTANT_VALUE,
};

const INVITATION_VALUES: Readonly<Record<InvitationOrder['field'], ListValue>> = {
  EMAIL: TEXT_VALUE,
  CREATED_AT: INSTANT_VALUE,
  EXPIRES_AT: INSTANT_VALUE,
};

/** The order of brands by a field. */
export function brandListOrder({ field, direction }: BrandOrder): ListOrder {
  return { name: `brands ${field} ${direction}`, value: BRAND_VALUES[field] };
}

/** The order of campaigns by a field. */
export function campaignListOrder({ field, direction }: CampaignOrder): ListOrder {
  return { name: `campaigns ${field} ${direction}`, value: CAMPAIGN_VALUES[field] };
}

/** The order of members by a field. */
export function memberListOrder({ field, direction }: MemberOrder): ListOrder {
  return { name: `members ${field} ${direction}`, value: MEMBER_VALUES[field] };
}

/** The order of keys by a field. */
export function keyListOrder({ field, direction }: KeyOrder): ListOrder {
  return { name: `keys ${field} ${direction}`, value: KEY_VALUES[field] };
}

/** The order of invitations by a field. */
export function invitationListOrder({ field, direction }: InvitationOrder): ListOrder {
  return { name: `invitations ${field} ${direction}`, value: INVITATION_VALUES[field] };
}

/** The order of ledger rows by a field. */
export function spendEntryListOrder({ field, direction }: SpendEntryOrder): ListOrder {
  return { name: `entries ${field} ${direction}`, value: INSTANT_VALUE };
}

/** Status changes, by when they hold from. */
export const STATUS_CHANGE_ORDER: ListOrder = { name: 'changes', value: INSTANT_VALUE };

/** Ended periods, by their ends. */
export const PERIOD_CLOSE_ORDER: ListOrder = { name: 'closes', value: INSTANT_VALUE };

/** Rows of the audit log, by their places. */
export const AUDIT_ORDER: ListOrder = { name: 'audit', value: MICROS_VALUE };
