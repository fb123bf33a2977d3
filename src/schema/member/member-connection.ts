import { countedConnectionType } from '../paging/connection-types.js';
import { MemberType } from './member-type.js';

export const MemberConnection = countedConnectionType({
  name: 'Member',
  nodeType: MemberType,
  one: 'member',
  many: 'members',
  edge: 'A member in a list.',
  page: 'A page of members.',
});
