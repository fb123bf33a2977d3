import type { Reach } from '../../domain/access/caller.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import type { CampaignId } from '../../domain/ids.js';
import { resolveOwners } from '../../persistence/queries/resolve-claims.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { Books } from '../books/books.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import { refuse } from '../refusal.js';

/** Which campaign a request is about, and the path of the field that says so. */
export interface CampaignInput {
  readonly reach: Reach;
  readonly id: CampaignId;
  readonly field: readonly string[];
}

/** A campaign in its settled book, with the brand locked. */
export interface OpenCampaign {
  readonly books: Books<UnitOfWork>;
  readonly book: BrandBook;
  readonly id: CampaignId;
}

/** Does what `withBooks` does for one campaign; refuses with NOT_FOUND if the agency has none such. */
export async function withCampaign<T>(
  kernel: BookKernel,
  { reach, id, field }: CampaignInput,
  work: (open: OpenCampaign) => Promise<T>,
): Promise<T> {
  const name = { agencyId: reach.agencyId, kind: 'ID', name: id } as const;
  const owner = (await resolveOwners(kernel.database.within(reach), [name])).find(name);
  if (!owner) return refuse(field, 'NOT_FOUND', 'No campaign has this id.');
  const scope = { reach, brands: [owner.brandId], campaigns: [owner] };
  return withBooks(kernel, scope, (books) => work({ books, book: books.of(owner.brandId), id }));
}
