import type { Instant } from './time/instant.js';

/** What has an id that clients see; the prefix of that id. */
export const ID_KINDS = [
  'brand',
  'campaign',
  'entry',
  'change',
  'close',
  'agency',
  'person',
  'key',
  'session',
  'invitation',
  'audit',
] as const;

/** One of {@link ID_KINDS}. */
export type IdKind = (typeof ID_KINDS)[number];

declare const kindOfUuid: unique symbol;

/**
 * A UUID that the compiler keeps apart from those of other kinds; any plain string is taken as one.
 */
type Uuid<Kind extends string> = string & { readonly [kindOfUuid]?: Kind };

/** The UUID of an agency. */
export type AgencyId = Uuid<'agency'>;
/** The UUID of a brand. */
export type BrandId = Uuid<'brand'>;
/** The UUID of a campaign. */
export type CampaignId = Uuid<'campaign'>;
/** The UUID of a ledger row. */
export type EntryId = Uuid<'entry'>;
/** The UUID of a status change. */
export type ChangeId = Uuid<'change'>;
/** The UUID of a period close. */
export type CloseId = Uuid<'close'>;
/** The UUID of a person, in whichever agencies. */
export type PersonId = Uuid<'person'>;
/** The UUID of an API key. */
export type KeyId = Uuid<'key'>;
/** The UUID of a person's session. */
export type SessionId = Uuid<'session'>;
/** The UUID of an invitation. */
export type InvitationId = Uuid<'invitation'>;
/** The UUID of a row of the audit log. */
export type AuditId = Uuid<'audit'>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SUFFIX_LENGTH = 26;

/** The value of each letter by its character code; NaN for characters that are none. */
const VALUES: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value < 0 ? Number.NaN : value;
});
/** All pairs of letters; the place of a pair is its value, of 10 bits. */
const PAIRS = Array.from(ALPHABET, (high) => Array.from(ALPHABET, (low) => high + low)).flat();
/** Two and three hexadecimal digits by their value: a table is faster than the conversion. */
const HEX_12 = Array.from({ length: 2 ** 12 }, (_, value) => value.toString(16).padStart(3, '0'));
const HEX_8 = Array.from({ length: 2 ** 8 }, (_, value) => value.toString(16).padStart(2, '0'));

/**
 * The id that clients see: the kind, `_` and the UUID's 128 bits as 26 digits of Crockford's base
 * 32 in lower case (the format of TypeID). Ids of one kind sort as their UUIDs do. `uuid` is in the
 * canonical form.
 */
export function encodeId(kind: IdKind, uuid: string): string {
  return `${kind}_${toBase32(uuid.replaceAll('-', ''))}`;
}

/**
 * The UUID in `id`; null if it is not a well-formed id of that kind. An id has one spelling only.
 */
export function decodeId<Kind extends IdKind>(kind: Kind, id: string): Uuid<Kind> | null {
  if (id.length !== kind.length + 1 + SUFFIX_LENGTH || !id.startsWith(`${kind}_`)) return null;
  const hex = fromBase32(id.slice(kind.length + 1));
  return hex === null ? null : dashed(hex);
}

/** The kind of a well-formed id; null for any other string. */
export function kindOfId(id: string): IdKind | null {
  return ID_KINDS.find((kind) => decodeId(kind, id) !== null) ?? null;
}

/** 32 hexadecimal digits as 26 of base 32: the first two as two, each further five as four. */
function toBase32(hex: string): string {
  let text = pairOf(Number.parseInt(hex.slice(0, 2), 16));
  for (let at = 2; at < hex.length; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    text += pairOf(bits >> 10) + pairOf(bits & 0x3ff);
  }
  return text;
}

/** The reverse of {@link toBase32}; null for a letter out of the alphabet or more than 128 bits. */
function fromBase32(text: string): string | null {
  const first = valueAt(text, 0) * 2 ** 5 + valueAt(text, 1);
  let hex = HEX_8[first];
  if (hex === undefined) return null;
  for (let at = 2; at < text.length; at += 4) {
    const high = valueAt(text, at) * 2 ** 5 + valueAt(text, at + 1);
    const bits = (high * 2 ** 5 + valueAt(text, at + 2)) * 2 ** 5 + valueAt(text, at + 3);
    if (Number.isNaN(bits)) return null;
    hex += (HEX_8[bits >> 12] ?? '') + (HEX_12[bits & 0xfff] ?? '');
  }
  return hex;
}

function pairOf(value: number): string {
  return PAIRS[value] ?? '';
}

/** The value of the letter at a place; NaN if it is no such letter. */
function valueAt(text: string, at: number): number {
  return VALUES[text.charCodeAt(at)] ?? Number.NaN;
}

function dashed(hex: string): string {
  const [first, second] = [hex.slice(0, 8), hex.slice(8, 12)];
  return `${first}-${second}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Where an {@link IdFactory} gets what a pure domain cannot have of its own. */
export interface IdSources {
  /** An unpredictable integer of 32 bits, 0 to 2^32 - 1. */
  readonly randomUint32: () => number;
  /**
   * Real time in microseconds since 1970, as exact as the machine has it; need not be strictly
   * increasing.
   */
  readonly realMicros: () => number;
}

const MAX_INSTANT = 2 ** 48 - 1;
const COUNTER_SIZE = 2 ** 42;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of the instant that is given, 42 bits of a counter,
 * 32 random bits. The counter is the real microsecond, or one more than its last value where that
 * is not later: so ids of one instant, such as those made while a test's clock stands still, sort
 * by their creation, strictly within a factory and as well as the machines' clocks agree between
 * processes. It starts again every 50 days.
 */
export class IdFactory {
  private last = 0;

  constructor(private readonly sources: IdSources) {}

  /**
   * A new UUID in canonical form; greater than the last one if `at` is not earlier than its instant
   * was.
   */
  next(at: Instant): string {
    this.last = Math.max(this.last + 1, Math.trunc(this.sources.realMicros()));
    const counter = this.last % COUNTER_SIZE;
    const time = hexDigits(Math.min(Math.max(at, 0), MAX_INSTANT), 12);
    const high = hexDigits(Math.floor(counter / 2 ** 30), 3);
    const middle = hexDigits(0x8000 + (Math.floor(counter / 2 ** 16) % 2 ** 14), 4);
    const low = hexDigits(counter % 2 ** 16, 4) + hexDigits(this.sources.randomUint32(), 8);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${middle}-${low}`;
  }
}

function hexDigits(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
}
