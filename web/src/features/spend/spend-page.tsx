import type { ReactNode } from 'react';
import { Ledger } from './ledger.js';
import { RecordSpendButton } from './record-spend-button.js';

/** All that was spent and given back, entry by entry. */
export function SpendPage(): ReactNode {
  return <Ledger actions={<RecordSpendButton />} />;
}
