import type { ReactNode } from 'react';
import { Ledger, type LedgerProps } from './ledger.js';

export type SpendEntriesListProps = Pick<LedgerProps, 'campaignId' | 'brandId' | 'timeZone'>;

/** The ledger, or a campaign's or brand's part of it, within a page that has the title. */
export function SpendEntriesList(props: SpendEntriesListProps): ReactNode {
  return <Ledger {...props} isPart />;
}
