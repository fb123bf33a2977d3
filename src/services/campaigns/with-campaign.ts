import type { BrandBook } from '../../domain/book/brand-book.js';
import type { AgencyId, CampaignId } from '../../domain/ids.js';
import { resolveOwners } from '../../persistence/queries/resolve-claims.js';
import type { Books } from '../books/books.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import { refuse } from '../refusal.js';

/** Which campaign a request is about, and the path of the field that says so. */
export interface CampaignInput {
  readonly agencyId: AgencyId;
  readonly id: CampaignId;
  readonly field: readonly string[];
}

/** A campaign in its settled book, with the brand locked. */
export interface OpenCampaign {
  readonly books: Books;
  readonly book: BrandBook;
  readonly id: CampaignId;
}

/** Does what `withBooks` does for one campaign; refuses with NOT_FOUND if the agency has none such. */
export async function withCampaign<T>(
  kernel: BookKernel,
  { agencyId, id, field }: CampaignInput,
  work: (open: OpenCampaign) => Promise<T>,
): Promise<T> {
  const names = { agencyId, campaignIds: [id], externalIds: [], entryIds: [] };
  const owner = (await resolveOwners(kernel.database, names)).byId.get(id);
  if (!owner) return refuse(field, 'NOT_FOUND', 'No campaign has this id.');
  const scope = { agencyId, brandIds: [owner.brandId], campaignIds: [id] };
  return withBooks(kernel, scope, (books) => work({ books, book: books.of(owner.brandId), id }));
}
