import { authorize, type Caller } from '../../domain/access/caller.js';
import { auditedValues } from '../../domain/audit/audited-values.js';
import { EMPTY_TOTALS } from '../../domain/budget/tally.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import type { Campaign, CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { evaluate } from '../../domain/campaign/evaluate.js';
import { type CampaignPlan, readCampaignPlan } from '../../domain/campaign/read-campaign.js';
import { carryForward } from '../../domain/campaign/transition.js';
import { type CampaignId, encodeId } from '../../domain/ids.js';
import { readKey } from '../../domain/input/key.js';
import { combine, orNull } from '../../domain/input/reading.js';
import { exponentOf } from '../../domain/money/currency.js';
import { CampaignEntity } from '../../entities/campaign.js';
import { insertWindows } from '../../persistence/queries/replace-windows.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { Books } from '../books/books.js';
import { addCampaigns } from '../books/fill-books.js';
import { withBooks } from '../books/with-books.js';
import { claimIdempotencyKey } from '../idempotency/claim-idempotency-key.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import { refuseTaken } from '../refuse-taken.js';
import type { CreateCampaignRequest } from './campaign-requests.js';

interface Order {
  readonly plan: CampaignPlan;
  readonly key: string | null;
}

/**
 * Makes a campaign in its first state, which is no change of status. Refuses an unknown brand
 * (NOT_FOUND), a flaw of a field (INVALID, TOO_PRECISE, OUT_OF_RANGE, OVERLAPPING_WINDOWS,
 * TOO_MANY; all together), a key that was used with other input (IDEMPOTENCY_CONFLICT), an ARCHIVED
 * brand, and an externalId that is TAKEN. A key used with the same input answers with the campaign
 * made first, as it is now.
 */
export function createCampaign(
  kernel: BookKernel,
  caller: Caller,
  request: CreateCampaignRequest,
): Promise<Outcome<CampaignSnapshot>> {
  authorize(caller, 'campaign:write');
  const { brandId } = request;
  return outcomeOf(() =>
    withBooks(kernel, { reach: caller, brands: [brandId], campaigns: [] }, async (books) => {
      const book = books.find(brandId);
      if (!book) return refuse(['input', 'brandId'], 'NOT_FOUND', 'No brand has this id.');
      const order = accepted(readRequest(request, book));
      const id = kernel.ids.next(books.now);
      const madeBefore = await claim(books, { book, id, ...order });
      if (madeBefore === null) await make(books, { book, caller, plan: { ...order.plan, id } });
      else await addCampaigns(books, [{ agencyId: caller.agencyId, campaignId: madeBefore }]);
      return book.snapshot(madeBefore ?? id);
    }),
  );
}

function readRequest(request: CreateCampaignRequest, { brand }: BrandBook) {
  const readIdempotencyKey = orNull(readKey);
  return combine<Order>({
    plan: readCampaignPlan(request, ['input'], exponentOf(brand.currency)),
    key: readIdempotencyKey(request.idempotencyKey, ['input', 'idempotencyKey']),
  });
}

function claim(
  { unit, now }: Books<UnitOfWork>,
  { book, id, plan, key }: Order & { readonly book: BrandBook; readonly id: CampaignId },
): Promise<CampaignId | null> {
  const { agencyId, id: brandId } = book.brand;
  const content = { brandId, ...plan };
  const operation = 'createCampaign';
  return claimIdempotencyKey(unit, { agencyId, operation, key, content, resultId: id, at: now });
}

/** A campaign to be made, in whose book, and on whose behalf. */
interface Making {
  readonly book: BrandBook;
  readonly caller: Caller;
  readonly plan: CampaignPlan & { readonly id: CampaignId };
}

async function make(books: Books<UnitOfWork>, { book, caller, plan }: Making): Promise<void> {
  const { brand } = book;
  if (brand.status === 'ARCHIVED') {
    refuse(['input', 'brandId'], 'ARCHIVED', 'The brand is archived: nothing can be made in it.');
  }
  const campaign = newCampaign(book, plan);
  const { windows, state, ...columns } = campaign;
  await refuseTaken('campaign_external_id', () =>
    books.unit.em.insert(CampaignEntity, { ...columns, ...state }),
  );
  const { id: campaignId, agencyId } = campaign;
  await insertWindows(books.unit, { agencyId, campaignId, windows });
  books.add([campaign]);
  const { id, ...planned } = plan;
  books.audit(caller, {
    action: 'campaign.create',
    object: { kind: 'campaign', id: encodeId('campaign', id) },
    before: null,
    after: auditedValues({ brandId: brand.id, ...planned }),
  });
}

function newCampaign(
  { brand, now, tallies }: BrandBook,
  plan: CampaignPlan & { readonly id: CampaignId },
): Campaign {
  const brandTotals = tallies.totals(brand.id, brand);
  const verdict = evaluate({ campaign: plan, brand, totals: EMPTY_TOTALS, brandTotals }, now);
  return {
    ...plan,
    agencyId: brand.agencyId,
    brandId: brand.id,
    createdAt: now,
    updatedAt: now,
    version: 1,
    state: carryForward(null, verdict, now),
  };
}
