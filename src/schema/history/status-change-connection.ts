import { connectionType } from '../paging/connection-types.js';
import { StatusChangeType } from './status-change-type.js';

export const StatusChangeConnection = connectionType({
  name: 'StatusChange',
  nodeType: StatusChangeType,
  one: 'change',
  many: 'changes',
  edge: 'A status change in a list.',
  page: 'A page of status changes.',
});
