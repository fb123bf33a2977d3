import type { Caller } from '../access/caller.js';
import { type UserError, userError } from '../errors.js';
import type { EntryId } from '../ids.js';
import { type Micros, parseAmount, SPEND_DECIMALS } from '../money/micros.js';
import { err, ok, type Result } from '../result.js';
import type { Instant } from '../time/instant.js';

/** What every claim says, whatever state the ledger is in; its form has been checked. */
interface ClaimBase {
  /** More than zero, also for a refund. */
  readonly amountMicros: Micros;
  readonly eventId: string;
  readonly source: string;
  /** Where the claim stands in the request, for errors: ["input"] or ["entries", "7"]. */
  readonly path: readonly string[];
  /** Who claims it: it can only be about what they reach. */
  readonly caller: Caller;
}

/** Somebody says that a campaign spent money. */
export interface SpendClaim extends ClaimBase {
  readonly kind: 'SPEND';
  /** By what the campaign is named, and that name. */
  readonly namedBy: 'campaignId' | 'campaignExternalId';
  readonly name: string;
  readonly currency: string | null;
  /** Null: now. */
  readonly occurredAt: Instant | null;
  /** History from elsewhere: accepted however old, and never counted as spent while blocked. */
  readonly imported: boolean;
}

/** Somebody says that money of a ledger row was given back. */
export interface RefundClaim extends ClaimBase {
  readonly kind: 'REFUND';
  readonly entryId: EntryId;
}

export type Claim = SpendClaim | RefundClaim;

/** The content that all claims carry as text. */
export interface ClaimText {
  readonly amount: string;
  readonly eventId: string;
  readonly source: string;
}

const MAX_EVENT_ID_LENGTH = 128;
const MAX_SOURCE_LENGTH = 64;
const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;

/**
 * Checks the form of a claim's content: amount OUT_OF_RANGE or TOO_PRECISE, eventId and source
 * INVALID. All that is wrong is reported at once, under `path`.
 */
export function parseClaimText(
  text: ClaimText,
  path: readonly string[],
): Result<Micros, readonly UserError[]> {
  const amount = parseAmount(text.amount, SPEND_DECIMALS);
  const errors = [
    ...(amount.ok ? [] : [amountError(amount.error, text.amount, path)]),
    ...keyErrors('eventId', text.eventId, path),
    ...keyErrors('source', text.source, path),
  ];
  return amount.ok && errors.length === 0 ? ok(amount.value) : err(errors);
}

function amountError(
  code: 'TOO_PRECISE' | 'OUT_OF_RANGE',
  amount: string,
  path: readonly string[],
): UserError {
  const rule =
    code === 'TOO_PRECISE'
      ? `has more than ${SPEND_DECIMALS} decimals`
      : 'must be more than 0 and less than 1000000000000';
  return userError([...path, 'amount'], code, `The amount ${amount} ${rule}.`);
}

function keyErrors(
  field: 'eventId' | 'source',
  value: string,
  path: readonly string[],
): readonly UserError[] {
  const maxLength = field === 'eventId' ? MAX_EVENT_ID_LENGTH : MAX_SOURCE_LENGTH;
  if (value.length <= maxLength && PRINTABLE_ASCII.test(value)) return [];
  const message = `The ${field} must be 1 to ${maxLength} printable ASCII characters.`;
  return [userError([...path, field], 'INVALID', message)];
}
