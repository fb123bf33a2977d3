import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';
import { RecordSpendButton } from './record-spend-button.js';
import { SpendEntriesList } from './spend-entries-list.js';

/** All that was spent and given back, entry by entry. */
export function SpendPage(): ReactNode {
  return (
    <Page title="Spend" actions={<RecordSpendButton />}>
      <SpendEntriesList />
    </Page>
  );
}
