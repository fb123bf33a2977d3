import type { Instant } from './time/instant.js';

/** What has an id that clients see; the prefix of that id. */
export const ID_KINDS = ['brand', 'campaign', 'entry', 'change', 'close'] as const;

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

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SUFFIX_LENGTH = 26;
const DIGITS: ReadonlyMap<string, number> = new Map(
  Array.from(ALPHABET, (letter, digit): [string, number] => [letter, digit]),
);

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

/** 32 hexadecimal digits as 26 of base 32; the two bits that are over are zeros in front. */
function toBase32(hex: string): string {
  let text = '';
  let bits = 0;
  let width = 2;
  for (const nibble of hex) {
    bits = (bits << 4) | Number.parseInt(nibble, 16);
    width += 4;
    if (width >= 5) {
      width -= 5;
      text += ALPHABET.charAt(bits >> width);
      bits &= (1 << width) - 1;
    }
  }
  return text;
}

/** The reverse of {@link toBase32}; null for a letter out of the alphabet or more than 128 bits. */
function fromBase32(text: string): string | null {
  let hex = '';
  let bits = 0;
  let width = -2;
  for (const letter of text) {
    const digit = DIGITS.get(letter);
    if (digit === undefined || (width < 0 && digit > 7)) return null;
    bits = (bits << 5) | digit;
    width += 5;
    while (width >= 4) {
      width -= 4;
      hex += (bits >> width).toString(16);
      bits &= (1 << width) - 1;
    }
  }
  return hex;
}

function dashed(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
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
