import { type UserError, userError } from '../errors.js';
import { err, ok, type Result } from '../result.js';

/** What was read of an input: its value, or everything that is wrong with it. */
export type Reading<T> = Result<T, readonly UserError[]>;

/** Reads one field; `field` is its whole path, for the errors. */
export type Reader<Input, T> = (input: Input, field: readonly string[]) => Reading<T>;

/** Puts readings of independent fields together: all the values, or all the errors in field order. */
export function combine<T extends object>(readings: {
  readonly [K in keyof T]: Reading<T[K]>;
}): Reading<T> {
  const errors: UserError[] = [];
  const values: Partial<T> = {};
  for (const key in readings) {
    const reading = readings[key];
    if (reading.ok) values[key] = reading.value;
    else errors.push(...reading.error);
  }
  // Without errors every key has its value.
  return errors.length === 0 ? ok(values as T) : err(errors);
}

/** For a field that may be left empty: null stays null. */
export function orNull<Input, T>(read: Reader<Input, T>): Reader<Input | null, T | null> {
  return (input, field) => (input === null ? ok(null) : read(input, field));
}

/** For a field of a patch: absent (undefined) leaves its value as it is. */
export function orAbsent<Input, T>(
  read: Reader<Input, T>,
): Reader<Input | undefined, T | undefined> {
  return (input, field) => (input === undefined ? ok(undefined) : read(input, field));
}

/** For a field of a patch that cannot be cleared: null is REQUIRED. */
export function notNull<Input, T>(read: Reader<Input, T>): Reader<Input | null, T> {
  return (input, field) => {
    if (input !== null) return read(input, field);
    return refused(field, 'REQUIRED', `The ${nameOf(field)} cannot be cleared.`);
  };
}

/** Takes what needs no check. */
export function asIs<T>(input: T): Reading<T> {
  return ok(input);
}

/** The reading of a field that breaks one rule. */
export function refused(
  field: readonly string[],
  code: UserError['code'],
  message: string,
): { readonly ok: false; readonly error: readonly UserError[] } {
  return err([userError(field, code, message)]);
}

/** What people call the field at a path. */
export function nameOf(field: readonly string[]): string {
  return field.at(-1) ?? 'input';
}
