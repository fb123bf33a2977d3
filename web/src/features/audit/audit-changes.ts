import { formatAuditValue, labelOf, type ValueSetting } from './audit-values.js';

/** One value of an object that was changed, in words. */
export interface AuditChange {
  /** As the API calls it, such as `dailyBudget`. */
  readonly name: string;
  /** As people do, such as `Daily budget`. */
  readonly label: string;
  /** Null: there was nothing, as of what was just made. */
  readonly before: string | null;
  /** Null: there is nothing any more. */
  readonly after: string | null;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * What was changed, value by value, in the order of the log. What stayed the same is left out, and
 * so is what something new does not have.
 */
export function auditChanges(
  before: unknown,
  after: unknown,
  setting: ValueSetting,
): readonly AuditChange[] {
  const past = valuesOf(before);
  const present = valuesOf(after);
  const names = [...new Set([...Object.keys(past ?? {}), ...Object.keys(present ?? {})])];
  return names
    .filter(
      (name) => JSON.stringify(past?.[name] ?? null) !== JSON.stringify(present?.[name] ?? null),
    )
    .map((name) => ({
      name,
      label: labelOf(name),
      before: past && textOf(name, past, setting),
      after: present && textOf(name, present, setting),
    }));
}

function textOf(name: string, values: Values, setting: ValueSetting): string {
  // A row that says its currency, such as a spend, knows it best.
  const { currency } = values;
  const known = typeof currency === 'string' ? { ...setting, currency } : setting;
  return formatAuditValue(name, values[name] ?? null, known);
}

function valuesOf(json: unknown): Values | null {
  if (json === null || json === undefined) return null;
  return typeof json === 'object' && !Array.isArray(json) ? (json as Values) : { value: json };
}
