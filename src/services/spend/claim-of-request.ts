import type { Caller } from '../../domain/access/caller.js';
import { type UserError, userError } from '../../domain/errors.js';
import { err, ok, type Result } from '../../domain/result.js';
import { parseClaimText, type RefundClaim, type SpendClaim } from '../../domain/spend/claim.js';
import type { RecordRefundRequest, RecordSpendRequest } from './spend-requests.js';

/** Where a request stands, for errors, and who sent it. */
export interface Sent {
  readonly path: readonly string[];
  readonly caller: Caller;
}

/** The claim that a spend request makes, or all that is wrong with its form. */
export function spendClaimOf(
  request: RecordSpendRequest,
  { path, caller }: Sent,
): Result<SpendClaim, readonly UserError[]> {
  const name = campaignName(request, path);
  const amount = parseClaimText(request, path);
  if (!name.ok || !amount.ok) return err([...errorsOf(name), ...errorsOf(amount)]);
  const { eventId, source, currency, occurredAt } = request;
  return ok({
    kind: 'SPEND',
    ...name.value,
    amountMicros: amount.value,
    eventId,
    source,
    currency,
    occurredAt,
    imported: false,
    path,
    caller,
  });
}

/** The claim that a refund request makes, or all that is wrong with its form. */
export function refundClaimOf(
  request: RecordRefundRequest,
  { path, caller }: Sent,
): Result<RefundClaim, readonly UserError[]> {
  const amount = parseClaimText(request, path);
  if (!amount.ok) return amount;
  const { entryId, eventId, source } = request;
  return ok({ kind: 'REFUND', entryId, amountMicros: amount.value, eventId, source, path, caller });
}

function campaignName(
  { campaignId, campaignExternalId }: RecordSpendRequest,
  path: readonly string[],
): Result<Pick<SpendClaim, 'namedBy' | 'name'>, readonly UserError[]> {
  if (campaignId !== null && campaignExternalId !== null) {
    const message = 'Give campaignId or campaignExternalId, not both.';
    return err([userError([...path, 'campaignExternalId'], 'INVALID', message)]);
  }
  if (campaignId !== null) return ok({ namedBy: 'campaignId', name: campaignId });
  if (campaignExternalId !== null) {
    return ok({ namedBy: 'campaignExternalId', name: storableText(campaignExternalId) });
  }
  const message = 'Give campaignId or campaignExternalId.';
  return err([userError([...path, 'campaignId'], 'REQUIRED', message)]);
}

/** External ids are printable ASCII; any other text names nothing, and cannot always be sent. */
function storableText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : '';
}

function errorsOf(result: Result<unknown, readonly UserError[]>): readonly UserError[] {
  return result.ok ? [] : result.error;
}
