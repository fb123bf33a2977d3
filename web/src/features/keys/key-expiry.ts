import { ownZone } from '../../kit/format/time.js';
import { endOfDate } from '../../kit/format/wall-time.js';

/** How long a key is to be good: so many days, until a date, or for ever. */
export const EXPIRY_CHOICES = ['30', '90', '365', 'date', 'never'] as const;

/** One of {@link EXPIRY_CHOICES}. */
export type ExpiryChoice = (typeof EXPIRY_CHOICES)[number];

/** An end as it is chosen in a form. */
export interface ExpiryValues {
  readonly expiry: ExpiryChoice;
  /** The last day on which the key is good, as `2026-12-31`; of account for `date` alone. */
  readonly expiresOn: string;
}

const MS_PER_DAY = 86_400_000;

/** From when on the key is no longer good, as the API takes it; null: it does not end. Of a valid form alone. */
export function expiresAtOf({ expiry, expiresOn }: ExpiryValues, nowMs: number): string | null {
  if (expiry === 'never') return null;
  if (expiry === 'date') return endOfDate(expiresOn, ownZone());
  return new Date(nowMs + Number(expiry) * MS_PER_DAY).toISOString();
}

/** What is wrong with the last day; null: nothing. */
export function expiryProblem({ expiry, expiresOn }: ExpiryValues, nowMs: number): string | null {
  if (expiry !== 'date') return null;
  const end = endOfDate(expiresOn, ownZone());
  if (end === null) return 'Choose a day.';
  return Date.parse(end) <= nowMs ? 'The key would have ended already.' : null;
}
