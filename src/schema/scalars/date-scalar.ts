import { isText, textScalar } from './text-scalar.js';

const DATE_PATTERN = /^\d{4}-\d\d-\d\d$/;

/** Inside a LocalDate. */
export const DateScalar = textScalar<string>({
  name: 'Date',
  description: "A calendar date in the brand's time zone: 2026-11-22.",
  parse: (text) => (DATE_PATTERN.test(text) ? text : null),
  format: (date) => date,
  isValue: isText,
});
