import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Permission } from '../../domain/access/permission.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import { type UserError, userError } from '../../domain/errors.js';
import type { CampaignId } from '../../domain/ids.js';
import { err, ok, type Result } from '../../domain/result.js';
import { resolveOwners } from '../../persistence/queries/resolve-claims.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { Books } from '../books/books.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { archivedError } from './archived-error.js';
import type { BulkCampaignResult } from './campaign-requests.js';

/** How many campaigns one request may change: as many as one transaction does in a moment. */
export const MAX_BULK_IDS = 500;

/** A campaign that may be changed, in its book. */
export interface BulkMember {
  readonly book: BrandBook;
  readonly id: CampaignId;
}

/** What a bulk change is, and which campaigns it is for. */
export interface BulkChange {
  readonly ids: readonly CampaignId[];
  /** What the caller must be allowed to do. */
  readonly permission: Permission;
  /** Changes those that may be changed: each comes once, none is archived. */
  readonly change: (
    books: Books<UnitOfWork>,
    members: readonly BulkMember[],
  ) => Promise<void> | void;
}

/**
 * Changes up to 500 campaigns in one transaction, in a number of statements that does not depend on
 * theirs, and answers for each id in order: the campaign after it, or NOT_FOUND or ARCHIVED on
 * `ids`, `<position>`. A repeated id is done once and answered alike. None at all is REQUIRED,
 * more than 500 are TOO_MANY, for the whole.
 */
export async function changeEach(
  kernel: BookKernel,
  caller: Caller,
  { ids, permission, change }: BulkChange,
): Promise<Outcome<readonly BulkCampaignResult[]>> {
  authorize(caller, permission);
  const flaw = flawOf(ids);
  if (flaw) return err([flaw]);
  const { agencyId } = caller;
  const names = ids.map((name) => ({ agencyId, kind: 'ID', name }) as const);
  const owners = await resolveOwners(kernel.database.within(caller), names);
  const found = names.map((name) => owners.find(name)).filter((owner) => owner !== null);
  const scope = {
    reach: caller,
    brands: found.map(({ brandId }) => brandId),
    campaigns: [...new Map(found.map((owner) => [owner.campaignId, owner])).values()],
  };
  const results = await withBooks(kernel, scope, async (books) => {
    const asked = ids.map((id, i) => findMember(books, id, ['ids', String(i)]));
    const members = asked.flatMap((member) => (member.ok ? [member.value] : []));
    await change(books, [...new Map(members.map((member) => [member.id, member])).values()]);
    return asked.map(resultOf);
  });
  return ok(results);
}

function flawOf(ids: readonly CampaignId[]): UserError | null {
  if (ids.length === 0) return userError(['ids'], 'REQUIRED', 'Give at least one campaign.');
  if (ids.length <= MAX_BULK_IDS) return null;
  const message = `${ids.length} ids: one request changes at most ${MAX_BULK_IDS} campaigns.`;
  return userError(['ids'], 'TOO_MANY', message);
}

function findMember(
  books: Books,
  id: CampaignId,
  field: readonly string[],
): Result<BulkMember, UserError> {
  const book = books.findByCampaign(id);
  if (!book) return err(userError(field, 'NOT_FOUND', 'No campaign has this id.'));
  const archived = archivedError(book, id, field);
  return archived ? err(archived) : ok({ book, id });
}

function resultOf(member: Result<BulkMember, UserError>): BulkCampaignResult {
  if (!member.ok) return { ok: false, errors: [member.error] };
  const { book, id } = member.value;
  return { ok: true, campaign: book.snapshot(id) };
}
