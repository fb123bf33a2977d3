import { isCurrency } from '../../../../src/domain/money/currency.js';
import { DECIMAL_PATTERN } from '../../../../src/domain/money/micros.js';
import { formatMoney } from '../../kit/format/money.js';
import { formatInstant } from '../../kit/format/time.js';

/** What a campaign's amounts and instants are shown in. */
export interface Surroundings {
  readonly currency: string;
  readonly timeZone: string;
}

/** What the log says of a change. */
export interface AuditedEntry {
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A value that somebody changed, before and after it, in words. */
export interface AuditedDifference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const ACTIONS: Readonly<Record<string, string>> = {
  'campaign.create': 'made it',
  'campaign.update': 'changed it',
  'campaign.set_schedule': 'set its schedule',
  'campaign.activate': 'activated it',
  'campaign.pause': 'paused it',
  'campaign.repair': 'repaired it',
};

const NAMES: Readonly<Record<string, string>> = {
  name: 'Name',
  externalId: 'External id',
  desiredStatus: 'Desired status',
  dailyBudget: 'Daily budget',
  monthlyBudget: 'Monthly budget',
  startsAt: 'Flight begins',
  endsAt: 'Flight ends',
  windows: 'Schedule',
  spent: 'Counted as spent',
  status: 'Status',
  blockers: 'Reasons',
};

/** What of a campaign need not be told of every change: what it is. */
const LEFT_OUT: ReadonlySet<string> = new Set(['brandId', 'brand']);

/** What somebody did with a campaign, after the name of who did. */
export function describeAction({ action, after }: Pick<AuditedEntry, 'action' | 'after'>): string {
  if (action !== 'campaign.reset_budget') return ACTIONS[action] ?? action;
  return valuesOf(after).period === 'MONTH' ? 'reset its month' : 'reset its day';
}

/** The values that an entry of the audit log changed, in words. */
export function auditedDifferences(
  { before, after }: Pick<AuditedEntry, 'before' | 'after'>,
  surroundings: Surroundings,
): readonly AuditedDifference[] {
  const was = valuesOf(before);
  const is = valuesOf(after);
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => !LEFT_OUT.has(name))
    .map((name) => ({
      name: NAMES[name] ?? name,
      before: describe(name, was[name], surroundings),
      after: describe(name, is[name], surroundings),
    }))
    .filter((difference) => difference.before !== difference.after);
}

function valuesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function describe(name: string, value: unknown, { currency, timeZone }: Surroundings): string {
  if (name === 'windows') return describeWindows(value);
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (name.endsWith('At')) return formatInstant(value, timeZone);
  if (isAmount(name, value) && isCurrency(currency))
    return formatMoney({ amount: value, currency });
  return name === 'desiredStatus' ? inWords(value) : value;
}

function isAmount(name: string, value: string): boolean {
  return /budget|spen[dt]|amount|aside/i.test(name) && DECIMAL_PATTERN.test(value);
}

function inWords(constant: string): string {
  return constant.charAt(0) + constant.slice(1).toLowerCase();
}

function describeWindows(value: unknown): string {
  if (!Array.isArray(value)) return 'none';
  if (value.length === 0) return 'always';
  return (value as readonly AuditedWindow[]).map(describeWindow).join('; ');
}

/** As the log keeps them: the minutes of a day. */
interface AuditedWindow {
  readonly days: readonly string[];
  readonly startMinute: number;
  readonly endMinute: number;
}

function describeWindow({ days, startMinute, endMinute }: AuditedWindow): string {
  const names = days.map((day) => inWords(day).slice(0, 3)).join(' ');
  return `${names} ${clockOf(startMinute)}–${clockOf(endMinute)}`;
}

function clockOf(minute: number): string {
  const hours = Math.floor(minute / 60).toString();
  return `${hours.padStart(2, '0')}:${(minute % 60).toString().padStart(2, '0')}`;
}
