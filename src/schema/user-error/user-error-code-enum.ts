import type { UserErrorCode } from '../../domain/errors.js';
import { describedEnum } from '../described-enum.js';

export const UserErrorCodeEnum = describedEnum<UserErrorCode>({
  name: 'UserErrorCode',
  description: 'Why a mutation was refused.',
  values: {
    INVALID: 'The value breaks a rule that the message names.',
    REQUIRED: 'The value must be given and may not be null.',
    NOT_FOUND: 'No such object, or none that the caller may see.',
    TAKEN: 'Another object has this externalId.',
    VERSION_CONFLICT: 'The object changed since the version that the caller read.',
    IDEMPOTENCY_CONFLICT: 'The same key was used before with other content.',
    CURRENCY_MISMATCH: "Not the brand's currency.",
    TOO_PRECISE: 'More decimals than allowed.',
    OUT_OF_RANGE: 'Zero, negative or too large.',
    TOO_LATE: 'The spend happened more than 35 days ago.',
    IN_THE_FUTURE: 'The spend would happen more than 5 minutes from now.',
    OVERLAPPING_WINDOWS: 'Two windows share a moment of the week.',
    ARCHIVED: 'The object, or its brand, is archived.',
    REFUND_TOO_LARGE: 'More would be given back than was spent.',
    TOO_MANY: 'More items than one request may hold.',
  },
});
