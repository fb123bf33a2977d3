import type { Caller } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { CampaignPlan } from '../../domain/campaign/read-campaign.js';
import { auditedChange } from '../../domain/audit/audited-values.js';
import { encodeId } from '../../domain/ids.js';
import { CampaignEntity } from '../../entities/campaign.js';
import { replaceWindows } from '../../persistence/queries/replace-windows.js';
import { refuseTaken } from '../refuse-taken.js';
import type { OpenCampaign } from './with-campaign.js';

/** What a person changed about a campaign. */
export interface CampaignEdit {
  /** Only values that differ from the present ones; none: nothing is written. */
  readonly changes: Partial<CampaignPlan>;
  readonly caller: Caller;
}

/**
 * Writes a person's changes of a campaign as its next version, and decides anew what it does.
 * Refuses an externalId that is TAKEN.
 */
export async function editCampaign(
  { books, book, id }: OpenCampaign,
  { changes, caller }: CampaignEdit,
): Promise<CampaignSnapshot> {
  if (Object.keys(changes).length === 0) return book.snapshot(id);
  const present = book.campaign(id);
  const { agencyId, version } = present;
  const stamp = { version: version + 1, updatedAt: books.now };
  const { windows, ...columns } = changes;
  await refuseTaken('campaign_external_id', () =>
    books.unit.em.nativeUpdate(CampaignEntity, { agencyId, id }, { ...columns, ...stamp }),
  );
  if (windows) await replaceWindows(books.unit, { agencyId, campaignId: id, windows });
  book.editCampaign(id, { ...changes, ...stamp });
  book.reevaluate([id], { trigger: 'EDIT', actor: caller.actor });
  books.audit(caller, {
    action: windows ? 'campaign.set_schedule' : 'campaign.update',
    object: { kind: 'campaign', id: encodeId('campaign', id) },
    ...auditedChange(present, changes),
  });
  return book.snapshot(id);
}
