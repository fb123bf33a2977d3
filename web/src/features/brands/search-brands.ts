import {
  type BrandChoiceFragment,
  BrandChoicesDocument,
  type BrandStatus,
} from '../../client/generated/graphql.js';
import type { Send } from '../../client/send.js';
import type { SearchOnServer } from '../../kit/form/use-server-choices.js';

const MAX_CHOICES = 20;

/** Searches brands by name or external id; only those in one of the statuses, if any are given. */
export function searchBrands(
  send: Send,
  statuses?: readonly BrandStatus[],
): SearchOnServer<BrandChoiceFragment> {
  return {
    queryKey: ['brands', 'choices', statuses ?? null],
    load: async (search, signal) => {
      const filter = {
        ...(search === '' ? {} : { search }),
        ...(statuses === undefined ? {} : { status: [...statuses] }),
      };
      const found = await send(BrandChoicesDocument, { first: MAX_CHOICES, filter }, signal);
      return found.brands.nodes;
    },
  };
}
