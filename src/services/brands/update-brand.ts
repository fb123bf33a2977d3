import { type Actor, authorize, type Caller } from '../../domain/access/caller.js';
import { auditedChange } from '../../domain/audit/audited-values.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import type { Brand, BrandSnapshot } from '../../domain/brand/brand.js';
import { type BrandFields, readBrandPatch } from '../../domain/brand/read-brand.js';
import type { Trigger } from '../../domain/campaign/cause.js';
import { encodeId } from '../../domain/ids.js';
import { changesTo } from '../../domain/input/changes-to.js';
import { exponentOf } from '../../domain/money/currency.js';
import { BrandEntity } from '../../entities/brand.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { Books } from '../books/books.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import { refuseEmpty, refuseStale } from '../refuse-patch.js';
import { refuseTaken } from '../refuse-taken.js';
import type { UpdateBrandRequest } from './brand-requests.js';

/**
 * Changes, pauses, archives or restores a brand; what that means for its campaigns holds at once,
 * and leaves their own fields alone. Refuses, in this order: an unknown id (NOT_FOUND), another
 * version (VERSION_CONFLICT), no field (INVALID), what is ARCHIVED unless the status restores it,
 * flaws of fields (REQUIRED, INVALID, TOO_PRECISE, OUT_OF_RANGE; all together), a TAKEN externalId.
 */
export function updateBrand(
  kernel: BookKernel,
  caller: Caller,
  request: UpdateBrandRequest,
): Promise<Outcome<BrandSnapshot>> {
  authorize(caller, 'brand:write');
  const campaigns = concernsCampaigns(request) ? 'ALL' : [];
  const scope = { reach: caller, brands: [request.id], campaigns } as const;
  return outcomeOf(() =>
    withBooks(kernel, scope, async (books) => {
      const book = books.find(request.id);
      if (!book) return refuse(['input', 'id'], 'NOT_FOUND', 'No brand has this id.');
      const changes = acceptedChanges(book.brand, request);
      if (Object.keys(changes).length === 0) return book.brandSnapshot();
      books.audit(caller, {
        action: 'brand.update',
        object: { kind: 'brand', id: encodeId('brand', request.id) },
        ...auditedChange(book.brand, changes),
      });
      await apply(books, book, changes);
      if (campaigns === 'ALL') reevaluateAll(book, changes, caller.actor);
      return book.brandSnapshot();
    }),
  );
}

/** Whether what the request gives can decide about campaigns. */
function concernsCampaigns(request: UpdateBrandRequest): boolean {
  const { timeZone, status, dailyBudget, monthlyBudget } = request;
  return [timeZone, status, dailyBudget, monthlyBudget].some((given) => given !== undefined);
}

function acceptedChanges(brand: Brand, request: UpdateBrandRequest): Partial<BrandFields> {
  refuseStale(brand, request.version);
  refuseEmpty(request);
  const restores = request.status === 'ACTIVE' || request.status === 'PAUSED';
  if (brand.status === 'ARCHIVED' && !restores) {
    refuse(['input', 'id'], 'ARCHIVED', 'The brand is archived: only a status can restore it.');
  }
  const patch = accepted(readBrandPatch(request, ['input'], exponentOf(brand.currency)));
  return changesTo<BrandFields>(brand, patch);
}

async function apply(
  books: Books<UnitOfWork>,
  book: BrandBook,
  changes: Partial<BrandFields>,
): Promise<void> {
  const { id, agencyId, version } = book.brand;
  const edit = { ...changes, version: version + 1, updatedAt: books.now };
  await refuseTaken('brand_external_id', () =>
    books.unit.em.nativeUpdate(BrandEntity, { agencyId, id }, edit),
  );
  const { timeZone, ...rest } = edit;
  if (timeZone !== undefined) book.moveToZone(timeZone);
  book.editBrand(rest);
}

function reevaluateAll(book: BrandBook, changes: Partial<BrandFields>, actor: Actor): void {
  const isMoveAlone =
    changes.timeZone !== undefined &&
    changes.dailyBudgetMicros === undefined &&
    changes.monthlyBudgetMicros === undefined;
  const trigger: Trigger = isMoveAlone ? 'ZONE' : 'EDIT';
  const ids = book.campaigns().map(({ id }) => id);
  book.reevaluate(ids, { trigger, actor });
}
