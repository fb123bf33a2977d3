import { DECIMAL_PATTERN, parseAmount } from '../../../../src/domain/money/micros.js';

/** What an amount may be. */
export interface AmountRule {
  /** How many digits may follow the point. */
  readonly maxDecimals: number;
  /** Whether none at all is an answer too, such as no budget. */
  readonly isOptional?: boolean;
}

/** What is typed, as it is sent: without spaces; null for nothing. */
export function amountOf(text: string): string | null {
  const typed = text.trim();
  return typed === '' ? null : typed;
}

/** What is wrong with an amount as it is typed, for people; null: nothing, and the server takes it. */
export function amountProblem(
  text: string,
  { maxDecimals, isOptional = false }: AmountRule,
): string | null {
  const typed = amountOf(text);
  if (typed === null) return isOptional ? null : 'Enter an amount.';
  if (typed.includes(',')) return 'Write a point before the decimals, and no commas.';
  if (!DECIMAL_PATTERN.test(typed)) return 'Enter a number, such as 1250 or 99.5.';
  const amount = parseAmount(typed, maxDecimals);
  if (amount.ok) return null;
  if (amount.error === 'OUT_OF_RANGE') return 'More than 0, and less than 1 000 000 000 000.';
  if (maxDecimals === 0) return 'This currency has no decimals.';
  return `At most ${maxDecimals} decimals.`;
}
