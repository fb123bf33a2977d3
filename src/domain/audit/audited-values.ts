import { encodeId } from '../ids.js';
import { formatMicros } from '../money/micros.js';
import { formatInstant } from '../time/instant.js';

/** A value as the audit log keeps it. */
export type AuditedValue = string | number | boolean | null | readonly unknown[];

/** Values of a brand or campaign, or of a part of one. */
type Values = Readonly<Record<string, unknown>>;

/**
 * An object's values as the audit log keeps them, named and written as the API does: amounts as
 * decimals, instants in ISO 8601, ids as clients see them. What is undefined is left out.
 */
export function auditedValues(values: object): Readonly<Record<string, AuditedValue>> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [nameOf(name), valueOf(name, value)]));
}

/** What was changed, before and after it. */
export function auditedChange(
  present: object,
  changes: object,
): { readonly before: object; readonly after: object } {
  const names = Object.keys(changes);
  const before = Object.fromEntries(names.map((name) => [name, (present as Values)[name] ?? null]));
  return { before: auditedValues(before), after: auditedValues(changes) };
}

function nameOf(name: string): string {
  return name.endsWith('Micros') ? name.slice(0, -'Micros'.length) : name;
}

function valueOf(name: string, value: unknown): AuditedValue {
  if (typeof value === 'bigint') return formatMicros(value);
  if (typeof value === 'number' && name.endsWith('At')) return formatInstant(value);
  if (typeof value === 'string' && name === 'brandId') return encodeId('brand', value);
  // Texts, numbers, null, and the windows of a schedule.
  return value as AuditedValue;
}
