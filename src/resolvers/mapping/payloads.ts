import type { BrandSnapshot } from '../../domain/brand/brand.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { invariant } from '../../domain/errors.js';
import { encodeId } from '../../domain/ids.js';
import type { BrandPayload } from '../../schema/brand/brand-payload.js';
import { BrandType } from '../../schema/brand/brand-type.js';
import type {
  BulkCampaignPayload,
  BulkCampaignResultType,
} from '../../schema/campaign/bulk-campaign-payload.js';
import type { CampaignPayload } from '../../schema/campaign/campaign-payload.js';
import { CampaignType } from '../../schema/campaign/campaign-type.js';
import type { RunJobPayload } from '../../schema/job/run-job-payload.js';
import {
  RecordSpendBatchPayload,
  type SpendResultType,
} from '../../schema/spend/record-spend-batch-payload.js';
import type { RecordSpendPayload } from '../../schema/spend/record-spend-payload.js';
import { SpendEntryType } from '../../schema/spend/spend-entry-type.js';
import type { BulkCampaignResult } from '../../services/campaigns/campaign-requests.js';
import type { JobReport } from '../../services/jobs/job-report.js';
import type { Outcome } from '../../services/outcome.js';
import type { RecordedSpend, SpendItemResult } from '../../services/spend/spend-requests.js';

export function toBrandPayload(outcome: Outcome<BrandSnapshot>): BrandPayload {
  return outcome.ok
    ? { brand: new BrandType(outcome.value), userErrors: [] }
    : { brand: null, userErrors: outcome.error };
}

export function toCampaignPayload(outcome: Outcome<CampaignSnapshot>): CampaignPayload {
  return outcome.ok
    ? { campaign: new CampaignType(outcome.value), userErrors: [] }
    : { campaign: null, userErrors: outcome.error };
}

export function toRunJobPayload(outcome: Outcome<JobReport>): RunJobPayload {
  return outcome.ok
    ? { job: outcome.value, userErrors: [] }
    : { job: null, userErrors: outcome.error };
}

/** `ids` are those that were sent; the results are theirs, in order. */
export function toBulkPayload(
  ids: readonly string[],
  outcome: Outcome<readonly BulkCampaignResult[]>,
): BulkCampaignPayload {
  if (!outcome.ok) return { results: [], userErrors: outcome.error };
  invariant(outcome.value.length === ids.length, 'a bulk change answers for each id');
  return {
    results: outcome.value.map((result, i) => toBulkResult(ids[i] ?? '', result)),
    userErrors: [],
  };
}

function toBulkResult(id: string, result: BulkCampaignResult): BulkCampaignResultType {
  return result.ok
    ? { id, campaign: new CampaignType(result.campaign), userErrors: [] }
    : { id, campaign: null, userErrors: result.errors };
}

export function toSpendPayload(outcome: Outcome<RecordedSpend>): RecordSpendPayload {
  if (!outcome.ok) {
    return { entry: null, campaign: null, duplicate: false, userErrors: outcome.error };
  }
  const { entry, campaign, duplicate } = outcome.value;
  return {
    entry: new SpendEntryType(entry, campaign),
    campaign: new CampaignType(campaign),
    duplicate,
    userErrors: [],
  };
}

export function toBatchPayload(
  outcome: Outcome<readonly SpendItemResult[]>,
): RecordSpendBatchPayload {
  if (!outcome.ok) return new RecordSpendBatchPayload([], outcome.error);
  return new RecordSpendBatchPayload(outcome.value.map(toSpendResult), []);
}

function toSpendResult(result: SpendItemResult, index: number): SpendResultType {
  return result.outcome === 'REJECTED'
    ? { index, outcome: result.outcome, entryId: null, userErrors: result.errors }
    : {
        index,
        outcome: result.outcome,
        entryId: encodeId('entry', result.entryId),
        userErrors: [],
      };
}
