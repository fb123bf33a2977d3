import { MAX_KEY_LENGTH, readKey } from '../../../../src/domain/input/key.js';
import { MAX_NAME_LENGTH, readName } from '../../../../src/domain/input/name.js';
import { exponentOf } from '../../../../src/domain/money/currency.js';
import { DECIMAL_PATTERN, parseAmount } from '../../../../src/domain/money/micros.js';
import type { CampaignFormValues } from './campaign-form-values.js';
import { readWallTime } from '../../kit/format/wall-time.js';

/** What is wrong with each field; null: nothing. */
export type CampaignProblems = Readonly<Partial<Record<keyof CampaignFormValues, string | null>>>;

/** Holds what was typed against the rules of the API, before it is sent. */
export function validateCampaign(values: CampaignFormValues): CampaignProblems {
  return {
    brandId: values.brandId === '' ? 'Choose whose campaign it is.' : null,
    name: nameProblem(values.name),
    externalId: keyProblem(values.externalId),
    dailyBudget: budgetProblem(values.dailyBudget, values.currency),
    monthlyBudget: budgetProblem(values.monthlyBudget, values.currency),
    startsAt: timeProblem(values.startsAt, values.timeZone),
    endsAt: timeProblem(values.endsAt, values.timeZone) ?? flightProblem(values),
  };
}

function nameProblem(text: string): string | null {
  if (text.trim() === '') return 'Give it a name.';
  return readName(text, []).ok
    ? null
    : `A name has at most ${MAX_NAME_LENGTH} characters, all of them printable.`;
}

function keyProblem(text: string): string | null {
  const key = text.trim();
  if (key === '' || readKey(key, []).ok) return null;
  return `At most ${MAX_KEY_LENGTH} characters, from those of ASCII.`;
}

/** An amount as it is typed, of a currency; empty: no cap. */
export function budgetProblem(text: string, currency: string): string | null {
  const amount = text.trim();
  if (amount === '' || currency === '') return null;
  if (!DECIMAL_PATTERN.test(amount)) return 'Digits, and a point before decimals: 1250.50';
  const decimals = exponentOf(currency);
  const parsed = parseAmount(amount, decimals);
  if (parsed.ok) return null;
  if (parsed.error === 'OUT_OF_RANGE') return 'More than 0, and less than 1 000 000 000 000.';
  return decimals === 0
    ? `${currency} has no decimals.`
    : `${currency} has no more than ${decimals} decimals.`;
}

function timeProblem(text: string, timeZone: string): string | null {
  if (text === '' || timeZone === '') return null;
  return readWallTime(text, timeZone) === null ? 'A date and a time, both of them.' : null;
}

function flightProblem({ startsAt, endsAt, timeZone }: CampaignFormValues): string | null {
  if (timeZone === '') return null;
  const start = readWallTime(startsAt, timeZone);
  const end = readWallTime(endsAt, timeZone);
  if (start === null || end === null || end.instant > start.instant) return null;
  return 'The flight must end after it begins.';
}
