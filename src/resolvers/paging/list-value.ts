/** Whether what a cursor says of a row's value can be compared with the rows' values. */
export type ListValue = (value: string | null) => boolean;

const INSTANT_PATTERN = /^-?\d{1,15}$/;
const MICROS_PATTERN = /^-?\d{1,19}$/;
const RATIO_PATTERN = /^\d{1,40}(\.\d{1,60})?(e[+-]?\d{1,2})?$/;
const CONTROL_CHARACTER = /\p{Cc}/u;
const MAX_TEXT_LENGTH = 400;
const MAX_INT64 = 2n ** 63n - 1n;

/** Epoch milliseconds. */
export const INSTANT_VALUE: ListValue = (value) => value !== null && INSTANT_PATTERN.test(value);

/** Epoch milliseconds; null where it has not happened. */
export const OPTIONAL_INSTANT_VALUE: ListValue = (value) => value === null || INSTANT_VALUE(value);

/** Micros that fit a counter. */
export const MICROS_VALUE: ListValue = (value) =>
  value !== null && MICROS_PATTERN.test(value) && absolute(BigInt(value)) <= MAX_INT64;

/** A share of a cap; null where there is no cap. */
export const RATIO_VALUE: ListValue = (value) => value === null || RATIO_PATTERN.test(value);

/** A name. */
export const TEXT_VALUE: ListValue = (value) =>
  value !== null &&
  value.length <= MAX_TEXT_LENGTH &&
  value.isWellFormed() &&
  !CONTROL_CHARACTER.test(value);

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
