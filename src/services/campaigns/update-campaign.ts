import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Brand } from '../../domain/brand/brand.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { type CampaignFields, readCampaignPatch } from '../../domain/campaign/read-campaign.js';
import { changesTo } from '../../domain/input/changes-to.js';
import { exponentOf } from '../../domain/money/currency.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf, Refusal } from '../refusal.js';
import { refuseEmpty, refuseStale } from '../refuse-patch.js';
import { archivedError } from './archived-error.js';
import type { UpdateCampaignRequest } from './campaign-requests.js';
import { editCampaign } from './edit-campaign.js';
import { type OpenCampaign, withCampaign } from './with-campaign.js';

/**
 * Changes, pauses, archives or restores a campaign. Refuses, in this order: an unknown id
 * (NOT_FOUND), another version (VERSION_CONFLICT), no field (INVALID), what is ARCHIVED unless
 * desiredStatus restores it, or whose brand is; flaws of fields (REQUIRED, INVALID, TOO_PRECISE,
 * OUT_OF_RANGE; all together), a TAKEN externalId.
 */
export function updateCampaign(
  kernel: BookKernel,
  caller: Caller,
  request: UpdateCampaignRequest,
): Promise<Outcome<CampaignSnapshot>> {
  authorize(caller, 'campaign:write');
  const input = { reach: caller, id: request.id, field: ['input', 'id'] };
  return outcomeOf(() =>
    withCampaign(kernel, input, (open) =>
      editCampaign(open, { changes: acceptedChanges(open, request), caller }),
    ),
  );
}

function acceptedChanges(
  { book, id }: OpenCampaign,
  request: UpdateCampaignRequest,
): Partial<CampaignFields> {
  const campaign = book.campaign(id);
  refuseStale(campaign, request.version);
  refuseEmpty(request);
  const archived = archivedError(book, id, ['input', 'id']);
  if (archived && !restores(request, book.brand)) throw new Refusal([archived]);
  const decimals = exponentOf(book.brand.currency);
  const patch = readCampaignPatch(request, ['input'], { campaign, decimals });
  return changesTo<CampaignFields>(campaign, accepted(patch));
}

/** A campaign in an archived brand stays archived whatever is asked of it. */
function restores({ desiredStatus }: UpdateCampaignRequest, brand: Brand): boolean {
  return brand.status !== 'ARCHIVED' && (desiredStatus === 'ACTIVE' || desiredStatus === 'PAUSED');
}
