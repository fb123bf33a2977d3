import { connectionType } from '../paging/connection-types.js';
import { PeriodCloseType } from './period-close-type.js';

export const PeriodCloseConnection = connectionType({
  name: 'PeriodClose',
  nodeType: PeriodCloseType,
  one: 'close',
  many: 'closes',
  edge: 'An ended period in a list.',
  page: 'A page of ended periods.',
});
