import type { SpendKind } from '../../domain/spend/spend-entry.js';
import { describedEnum } from '../described-enum.js';

export const SpendKindEnum = describedEnum<SpendKind>({
  name: 'SpendKind',
  description: 'What a ledger row is.',
  values: { SPEND: 'Money spent.', REFUND: 'Money given back.' },
});
