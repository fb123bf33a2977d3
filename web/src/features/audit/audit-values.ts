import { ROLES, type Role } from '../../../../src/domain/access/role.js';
import { isCurrency } from '../../../../src/domain/money/currency.js';
import { formatMoney } from '../../kit/format/money.js';
import { formatMoment } from '../../kit/format/time.js';
import { ROLE_NAMES } from '../people/roles.js';
import { shortId } from './object-page.js';
import { windowsInWords } from './windows-in-words.js';

/** In what the values of a row are told. */
export interface ValueSetting {
  /** The zone of its clocks. */
  readonly timeZone: string;
  /** What its amounts are of; null: not known. */
  readonly currency: string | null;
}

const AMOUNTS: ReadonlySet<string> = new Set(['dailyBudget', 'monthlyBudget', 'amount', 'spent']);
const CONSTANTS: ReadonlySet<string> = new Set(['desiredStatus', 'status', 'period']);
const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const DECIMAL_PATTERN = /^-?\d+(\.\d+)?$/;
const LABELS: Readonly<Record<string, string>> = {
  brandId: 'Brand',
  brandIds: 'Brands',
  by: 'With',
  campaignId: 'Campaign',
  desiredStatus: 'Wanted status',
  endsAt: 'Ends',
  email: 'E-mail',
  eventId: 'Event id',
  externalId: 'External id',
  expiresAt: 'Good until',
  lastDurationMs: 'Took (ms)',
  occurredAt: 'Happened',
  prefix: 'Begins with',
  revokedAt: 'Revoked',
  startsAt: 'Starts',
  windows: 'Schedule',
};

/** What a value is called, in words: `Daily budget` for `dailyBudget`. */
export function labelOf(name: string): string {
  const known = LABELS[name];
  if (known !== undefined) return known;
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of the audit log for people: amounts in their currency, instants in their zone. */
export function formatAuditValue(name: string, value: unknown, setting: ValueSetting): string {
  if (name === 'brandIds') return brandsInWords(value);
  if (name === 'windows' && Array.isArray(value)) return windowsInWords(value);
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en');
  if (typeof value === 'string') return formatText(name, value, setting);
  return JSON.stringify(value);
}

function formatText(name: string, text: string, { timeZone, currency }: ValueSetting): string {
  if (INSTANT_PATTERN.test(text)) return formatMoment(text, timeZone);
  if (AMOUNTS.has(name) && DECIMAL_PATTERN.test(text)) return formatAmount(text, currency);
  if (name === 'role' && isRole(text)) return ROLE_NAMES[text];
  if (CONSTANTS.has(name)) return text.toLowerCase().replaceAll('_', ' ');
  return text === '' ? '(empty)' : shortId(text);
}

function formatAmount(amount: string, currency: string | null): string {
  if (currency === null || !isCurrency(currency)) return amount;
  return formatMoney({ amount, currency });
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

function brandsInWords(value: unknown): string {
  if (!Array.isArray(value)) return 'all';
  return value.length === 1 ? '1 brand' : `${value.length} brands`;
}
