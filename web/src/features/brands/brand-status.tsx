import type { ReactNode } from 'react';
import type { BrandStatus } from '../../client/generated/graphql.js';
import { Badge, type BadgeProps } from '../../kit/badge.js';

/** What a brand's status is called. */
export const BRAND_STATUSES: Readonly<Record<BrandStatus, string>> = {
  ACTIVE: 'Active',
  PAUSED: 'Paused',
  ARCHIVED: 'Archived',
};

const TONES: Readonly<Record<BrandStatus, BadgeProps['tone']>> = {
  ACTIVE: 'good',
  PAUSED: 'blue',
  ARCHIVED: 'grey',
};

/** What a person asked of a brand: in words, and in a colour. */
export function BrandStatusBadge({ status }: { readonly status: BrandStatus }): ReactNode {
  return <Badge tone={TONES[status]}>{BRAND_STATUSES[status]}</Badge>;
}
