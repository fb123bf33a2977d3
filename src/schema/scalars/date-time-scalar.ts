import { formatInstant, type Instant, parseInstant } from '../../domain/time/instant.js';
import { isWholeNumber, textScalar } from './text-scalar.js';

/** Inside an Instant. */
export const DateTimeScalar = textScalar<Instant>({
  name: 'DateTime',
  description:
    'An instant. Output: ISO 8601 in UTC with milliseconds, 2026-11-22T09:30:00.000Z. Input: with Z or an offset; cut to milliseconds.',
  parse: parseInstant,
  format: formatInstant,
  isValue: isWholeNumber,
});
