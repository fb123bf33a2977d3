import { DECIMAL_PATTERN } from '../../domain/money/micros.js';
import { isText, textScalar } from './text-scalar.js';

/** Inside a decimal string, as outside: services read it with the decimals that the currency allows. */
export const DecimalScalar = textScalar<string>({
  name: 'Decimal',
  description:
    'An exact decimal as a string, such as "12.5": never a float, never an exponent. Output has no trailing zeros.',
  parse: (text) => (DECIMAL_PATTERN.test(text) ? text : null),
  format: (text) => text,
  isValue: isText,
});
