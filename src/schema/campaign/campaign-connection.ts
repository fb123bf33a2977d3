import { countedConnectionType } from '../paging/connection-types.js';
import { CampaignType } from './campaign-type.js';

export const CampaignConnection = countedConnectionType({
  name: 'Campaign',
  nodeType: CampaignType,
  one: 'campaign',
  many: 'campaigns',
  edge: 'A campaign in a list.',
  page: 'A page of campaigns.',
});
