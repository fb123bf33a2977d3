import { isCurrency } from '../../domain/money/currency.js';
import { isText, textScalar } from './text-scalar.js';

/** Inside the code itself. */
export const CurrencyScalar = textScalar<string>({
  name: 'Currency',
  description: 'An ISO 4217 currency code in capitals.',
  parse: (text) => (isCurrency(text) ? text : null),
  format: (code) => code,
  isValue: isText,
});
