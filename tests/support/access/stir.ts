import type { Caller } from '../../../src/domain/access/caller.js';
import { activateCampaigns } from '../../../src/services/campaigns/activate-campaigns.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { recordSpend } from '../../../src/services/spend/record-spend.js';
import { accepted } from '../accepted.js';
import { spendRequest } from '../requests.js';

/** Lets a campaign spend, stop and run again, of which all those hear who watch it or its brand. */
export async function stir(kernel: Kernel, caller: Caller, campaignId: string): Promise<void> {
  const spend = spendRequest({ campaignId, amount: '0.01' });
  accepted(await recordSpend(kernel, caller, spend));
  accepted(await pauseCampaigns(kernel, caller, [campaignId]));
  accepted(await activateCampaigns(kernel, caller, [campaignId]));
}
