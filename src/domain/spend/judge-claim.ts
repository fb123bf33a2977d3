import type { Brand } from '../brand/brand.js';
import type { Tally } from '../budget/tally.js';
import { type UserError, userError } from '../errors.js';
import type { CampaignId } from '../ids.js';
import { MAX_COUNTER_MICROS, type Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';
import type { Claim, RefundClaim, SpendClaim } from './claim.js';
import type { SpendEntry } from './spend-entry.js';

const MS_PER_DAY = 86_400_000;
/** How long after it happened a spend may be reported. */
export const MAX_LATENESS_MS = 35 * MS_PER_DAY;
/** How far a sender's clock may be ahead. */
export const MAX_AHEAD_MS = 5 * 60_000;

/**
 * Whether a ledger row says what a claim says: the kind, the campaign (null if the claim names none
 * that exists) or the refunded row, the amount, and the instant where the claim names one.
 */
export function isSameContent(
  claim: Claim,
  campaignId: CampaignId | null,
  entry: SpendEntry,
): boolean {
  if (claim.kind !== entry.kind) return false;
  if (claim.kind === 'REFUND') {
    return claim.entryId === entry.refundOfId && claim.amountMicros === -entry.amountMicros;
  }
  return (
    campaignId === entry.campaignId &&
    claim.amountMicros === entry.amountMicros &&
    (claim.occurredAt === null || claim.occurredAt === entry.occurredAt)
  );
}

/** The key was used for something else. */
export function conflictError(claim: Claim): UserError {
  const message = `The event ${claim.eventId} of source ${claim.source} was recorded before with other content.`;
  return userError([...claim.path, 'eventId'], 'IDEMPOTENCY_CONFLICT', message);
}

/** No campaign goes by the name that the claim gives. */
export function unknownCampaignError(claim: SpendClaim): UserError {
  const key = claim.namedBy === 'campaignId' ? 'id' : 'external id';
  return userError([...claim.path, claim.namedBy], 'NOT_FOUND', `No campaign has this ${key}.`);
}

/** What is wrong with a spend at the present instant, apart from its counters. */
export function spendErrors(claim: SpendClaim, brand: Brand, now: Instant): readonly UserError[] {
  const { currency, occurredAt, path } = claim;
  const errors: UserError[] = [];
  if (currency !== null && currency !== brand.currency) {
    const message = `The brand's currency is ${brand.currency}, not ${currency}.`;
    errors.push(userError([...path, 'currency'], 'CURRENCY_MISMATCH', message));
  }
  if (occurredAt !== null && occurredAt > now + MAX_AHEAD_MS) {
    const message = 'The spend would happen more than 5 minutes from now.';
    errors.push(userError([...path, 'occurredAt'], 'IN_THE_FUTURE', message));
  }
  if (occurredAt !== null && !claim.imported && occurredAt < now - MAX_LATENESS_MS) {
    const message = 'The spend happened more than 35 days ago.';
    errors.push(userError([...path, 'occurredAt'], 'TOO_LATE', message));
  }
  return errors;
}

/** What is wrong with a refund of a ledger row; `target` is null if there is no such row. */
export function refundErrors(claim: RefundClaim, target: SpendEntry | null): readonly UserError[] {
  const at = (field: string): readonly string[] => [...claim.path, field];
  if (target === null) {
    return [userError(at('entryId'), 'NOT_FOUND', 'No ledger row has this id.')];
  }
  if (target.kind === 'REFUND') {
    return [userError(at('entryId'), 'INVALID', 'A refund cannot be refunded.')];
  }
  if (claim.amountMicros > target.refundableMicros) {
    const message = 'All refunds of a spend together may not exceed it.';
    return [userError(at('amount'), 'REFUND_TOO_LARGE', message)];
  }
  return [];
}

/** Refuses an amount that would take a counter past what it can hold. */
export function counterErrors(
  claim: Claim,
  tallies: readonly Tally[],
  amountMicros: Micros,
): readonly UserError[] {
  const fits = tallies.every((t) => t.trueSpentMicros + amountMicros <= MAX_COUNTER_MICROS);
  if (fits) return [];
  const message = 'The amount would take a total past 9000000000000, the largest there can be.';
  return [userError([...claim.path, 'amount'], 'OUT_OF_RANGE', message)];
}
