import { authorize, type Caller } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { readWindows } from '../../domain/campaign/read-campaign.js';
import { sameWindows } from '../../domain/schedule/same-windows.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf, Refusal } from '../refusal.js';
import { refuseStale } from '../refuse-patch.js';
import { archivedError } from './archived-error.js';
import type { SetDaypartingScheduleRequest } from './campaign-requests.js';
import { editCampaign } from './edit-campaign.js';
import { withCampaign } from './with-campaign.js';

/**
 * Replaces a campaign's whole schedule. Refuses, in this order: an unknown id (NOT_FOUND), another
 * version (VERSION_CONFLICT), what is ARCHIVED or whose brand is, flaws of windows (TOO_MANY,
 * INVALID, OVERLAPPING_WINDOWS; all together).
 */
export function setDaypartingSchedule(
  kernel: BookKernel,
  caller: Caller,
  request: SetDaypartingScheduleRequest,
): Promise<Outcome<CampaignSnapshot>> {
  authorize(caller, 'campaign:write');
  const field = ['input', 'campaignId'];
  return outcomeOf(() =>
    withCampaign(kernel, { reach: caller, id: request.campaignId, field }, (open) => {
      const campaign = open.book.campaign(open.id);
      refuseStale(campaign, request.version);
      const archived = archivedError(open.book, open.id, field);
      if (archived) throw new Refusal([archived]);
      const windows = accepted(readWindows(request.windows, ['input', 'windows']));
      const changes = sameWindows(windows, campaign.windows) ? {} : { windows };
      return editCampaign(open, { changes, caller });
    }),
  );
}
