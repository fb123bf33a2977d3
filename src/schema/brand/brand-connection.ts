import { countedConnectionType } from '../paging/connection-types.js';
import { BrandType } from './brand-type.js';

export const BrandConnection = countedConnectionType({
  name: 'Brand',
  nodeType: BrandType,
  one: 'brand',
  many: 'brands',
  edge: 'A brand in a list.',
  page: 'A page of brands.',
});
