import { connectionType } from '../paging/connection-types.js';
import { SpendEntryType } from './spend-entry-type.js';

export const SpendEntryConnection = connectionType({
  name: 'SpendEntry',
  nodeType: SpendEntryType,
  one: 'entry',
  many: 'entries',
  edge: 'A ledger row in a list.',
  page: 'A page of ledger rows.',
});
