import { authorize, type Caller } from '../../domain/access/caller.js';
import { auditedValues } from '../../domain/audit/audited-values.js';
import type { Brand, BrandSnapshot } from '../../domain/brand/brand.js';
import { type BrandPlan, readBrandPlan } from '../../domain/brand/read-brand.js';
import { periodsAt } from '../../domain/brand/roll.js';
import { EMPTY_TOTALS } from '../../domain/budget/tally.js';
import { type BrandId, encodeId } from '../../domain/ids.js';
import { readKey } from '../../domain/input/key.js';
import { combine, orNull } from '../../domain/input/reading.js';
import { BrandEntity } from '../../entities/brand.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { Books } from '../books/books.js';
import { withBooks } from '../books/with-books.js';
import { claimIdempotencyKey } from '../idempotency/claim-idempotency-key.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf } from '../refusal.js';
import { refuseTaken } from '../refuse-taken.js';
import type { CreateBrandRequest } from './brand-requests.js';

/**
 * Makes an ACTIVE brand; its first day and month are those of this instant. Refuses a flaw of a
 * field (INVALID, TOO_PRECISE, OUT_OF_RANGE; all together), an externalId that is TAKEN, and a key
 * that was used with other input (IDEMPOTENCY_CONFLICT); with the same input it answers with the
 * brand made first, as it is now.
 */
export function createBrand(
  kernel: BookKernel,
  caller: Caller,
  request: CreateBrandRequest,
): Promise<Outcome<BrandSnapshot>> {
  authorize(caller, 'brand:create');
  return outcomeOf(async () => {
    const { plan, key } = accepted(readRequest(request));
    const scope = { reach: caller, brands: [], campaigns: [] };
    const first = await withBooks(kernel, scope, (books) =>
      makeOnce(books, { id: kernel.ids.next(books.now), plan, key, caller }),
    );
    return typeof first === 'string' ? readAgain(kernel, caller, first) : first;
  });
}

function readRequest(request: CreateBrandRequest) {
  const readIdempotencyKey = orNull(readKey);
  return combine<{ plan: BrandPlan; key: string | null }>({
    plan: readBrandPlan(request, ['input']),
    key: readIdempotencyKey(request.idempotencyKey, ['input', 'idempotencyKey']),
  });
}

/** A brand to be made, and on whose behalf. */
interface Making {
  readonly id: BrandId;
  readonly plan: BrandPlan;
  readonly key: string | null;
  readonly caller: Caller;
}

/** The new brand, or the id of the one that the key made before. */
async function makeOnce(
  books: Books<UnitOfWork>,
  { id, plan, key, caller }: Making,
): Promise<BrandSnapshot | BrandId> {
  const { unit, now } = books;
  const { agencyId } = caller;
  const claim = { agencyId, operation: 'createBrand', key, content: plan, resultId: id, at: now };
  const madeBefore = await claimIdempotencyKey(unit, claim);
  if (madeBefore !== null) return madeBefore;
  const brand: Brand = {
    ...plan,
    id,
    agencyId,
    status: 'ACTIVE',
    ...periodsAt(now, plan.timeZone),
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await refuseTaken('brand_external_id', () => unit.em.insert(BrandEntity, columnsOf(brand)));
  books.audit(caller, {
    action: 'brand.create',
    object: { kind: 'brand', id: encodeId('brand', id) },
    before: null,
    after: auditedValues(plan),
  });
  return { brand, totals: EMPTY_TOTALS, at: now };
}

function columnsOf({ day, month, ...brand }: Brand) {
  return {
    ...brand,
    day: day.date,
    dayStartsAt: day.startsAt,
    dayEndsAt: day.endsAt,
    month: month.date,
    monthStartsAt: month.startsAt,
    monthEndsAt: month.endsAt,
  };
}

function readAgain(kernel: BookKernel, caller: Caller, id: BrandId): Promise<BrandSnapshot> {
  const scope = { reach: caller, brands: [id], campaigns: [] };
  return withBooks(kernel, scope, (books) => books.of(id).brandSnapshot());
}
