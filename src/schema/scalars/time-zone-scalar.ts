import { isTimeZone } from '../../domain/time/zone.js';
import { isText, textScalar } from './text-scalar.js';

/** Inside the name itself. */
export const TimeZoneScalar = textScalar<string>({
  name: 'TimeZone',
  description: "A time zone's name in the IANA database, in its own spelling; no offsets.",
  parse: (text) => (isTimeZone(text) ? text : null),
  format: (name) => name,
  isValue: isText,
});
