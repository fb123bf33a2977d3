import { countedConnectionType } from '../paging/connection-types.js';
import { KeyType } from './key-type.js';

export const KeyConnection = countedConnectionType({
  name: 'Key',
  nodeType: KeyType,
  one: 'key',
  many: 'keys',
  edge: 'A key in a list.',
  page: 'A page of keys.',
});
