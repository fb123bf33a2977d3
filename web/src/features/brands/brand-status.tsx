import type { ReactNode } from 'react';
import type { BrandStatus } from '../../client/generated/graphql.js';
import classes from './brand-status.module.css';

/** What a brand's status is called. */
export const BRAND_STATUSES: Readonly<Record<BrandStatus, string>> = {
  ACTIVE: 'Active',
  PAUSED: 'Paused',
  ARCHIVED: 'Archived',
};

/** What a person asked of a brand: in words, and in a colour. */
export function BrandStatusBadge({ status }: { readonly status: BrandStatus }): ReactNode {
  return (
    <span className={classes.badge} data-status={status}>
      {BRAND_STATUSES[status]}
    </span>
  );
}
