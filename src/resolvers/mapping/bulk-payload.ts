import { invariant } from '../../domain/errors.js';
import { ok } from '../../domain/result.js';
import { BulkCampaignPayload } from '../../schema/campaign/bulk-campaign-payload.js';
import type { BulkResult } from '../../schema/campaign/bulk-campaign-result-type.js';
import { CampaignType } from '../../schema/campaign/campaign-type.js';
import type { BulkCampaignResult } from '../../services/campaigns/campaign-requests.js';
import type { Outcome } from '../../services/outcome.js';

/** `ids` are those that were sent; the results are theirs, in order. */
export function toBulkPayload(
  ids: readonly string[],
  outcome: Outcome<readonly BulkCampaignResult[]>,
): BulkCampaignPayload {
  if (!outcome.ok) return new BulkCampaignPayload(outcome);
  const results = outcome.value;
  return new BulkCampaignPayload(ok(ids.map((id, index) => toBulkResult(id, results[index]))));
}

function toBulkResult(id: string, result: BulkCampaignResult | undefined): BulkResult {
  invariant(result, 'a bulk change answers for each id');
  return result.ok
    ? { id, campaign: new CampaignType(result.campaign), userErrors: [] }
    : { id, campaign: null, userErrors: result.errors };
}
