import { encodeId } from '../../domain/ids.js';
import { ok } from '../../domain/result.js';
import { RecordSpendBatchPayload } from '../../schema/spend/record-spend-batch-payload.js';
import type { SpendResult } from '../../schema/spend/spend-result-type.js';
import type { Outcome } from '../../services/outcome.js';
import type { SpendItemResult } from '../../services/spend/spend-requests.js';

export function toBatchPayload(
  outcome: Outcome<readonly SpendItemResult[]>,
): RecordSpendBatchPayload {
  if (!outcome.ok) return new RecordSpendBatchPayload(outcome);
  return new RecordSpendBatchPayload(ok(outcome.value.map(toSpendResult)));
}

function toSpendResult(result: SpendItemResult, index: number): SpendResult {
  const { outcome } = result;
  return outcome === 'REJECTED'
    ? { index, outcome, entryId: null, userErrors: result.errors }
    : { index, outcome, entryId: encodeId('entry', result.entryId), userErrors: [] };
}
