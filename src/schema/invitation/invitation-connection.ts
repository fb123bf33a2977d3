import { countedConnectionType } from '../paging/connection-types.js';
import { InvitationType } from './invitation-type.js';

export const InvitationConnection = countedConnectionType({
  name: 'Invitation',
  nodeType: InvitationType,
  one: 'invitation',
  many: 'invitations',
  edge: 'An invitation in a list.',
  page: 'A page of invitations.',
});
