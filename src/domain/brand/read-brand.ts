import { budgetReader } from '../budget/read-budget.js';
import type { Wanted } from '../input/changes-to.js';
import { readKey } from '../input/key.js';
import { readName } from '../input/name.js';
import {
  asIs,
  combine,
  notNull,
  orAbsent,
  orNull,
  type Reading,
  refused,
} from '../input/reading.js';
import { exponentOf, isCurrency } from '../money/currency.js';
import { type Micros, SPEND_DECIMALS } from '../money/micros.js';
import { ok } from '../result.js';
import { isTimeZone } from '../time/zone.js';
import type { Brand, BrandStatus } from './brand.js';

/** What people decide about a brand when they make it. */
export interface BrandPlan {
  readonly name: string;
  readonly externalId: string | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly dailyBudgetMicros: Micros | null;
  readonly monthlyBudgetMicros: Micros | null;
}

/** What people may change about a brand. */
export type BrandFields = Omit<BrandPlan, 'currency'> & Pick<Brand, 'status'>;

/** A change of a brand; undefined: as it is. */
export type BrandPatch = Wanted<BrandFields>;

/** A new brand as it is sent; amounts match `DECIMAL_PATTERN`. */
export interface BrandPlanText {
  readonly name: string;
  readonly externalId: string | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly dailyBudget: string | null;
  readonly monthlyBudget: string | null;
}

/** A change of a brand as it is sent: undefined leaves, null clears. */
export interface BrandPatchText {
  readonly name: string | null | undefined;
  readonly externalId: string | null | undefined;
  readonly timeZone: string | null | undefined;
  readonly status: BrandStatus | null | undefined;
  readonly dailyBudget: string | null | undefined;
  readonly monthlyBudget: string | null | undefined;
}

/** Reads a new brand that was sent at `path`; all flaws are reported together. */
export function readBrandPlan(text: BrandPlanText, path: readonly string[]): Reading<BrandPlan> {
  const decimals = isCurrency(text.currency) ? exponentOf(text.currency) : SPEND_DECIMALS;
  const readBudget = orNull(budgetReader(decimals));
  return combine<BrandPlan>({
    name: readName(text.name, [...path, 'name']),
    externalId: orNull(readKey)(text.externalId, [...path, 'externalId']),
    currency: readCurrency(text.currency, [...path, 'currency']),
    timeZone: readTimeZone(text.timeZone, [...path, 'timeZone']),
    dailyBudgetMicros: readBudget(text.dailyBudget, [...path, 'dailyBudget']),
    monthlyBudgetMicros: readBudget(text.monthlyBudget, [...path, 'monthlyBudget']),
  });
}

/** Reads a change, sent at `path`, of a brand whose amounts have `decimals` decimals. */
export function readBrandPatch(
  text: BrandPatchText,
  path: readonly string[],
  decimals: number,
): Reading<BrandPatch> {
  const readBudget = orAbsent(orNull(budgetReader(decimals)));
  return combine<BrandPatch>({
    name: orAbsent(notNull(readName))(text.name, [...path, 'name']),
    externalId: orAbsent(orNull(readKey))(text.externalId, [...path, 'externalId']),
    timeZone: orAbsent(notNull(readTimeZone))(text.timeZone, [...path, 'timeZone']),
    status: orAbsent(notNull(asIs<BrandStatus>))(text.status, [...path, 'status']),
    dailyBudgetMicros: readBudget(text.dailyBudget, [...path, 'dailyBudget']),
    monthlyBudgetMicros: readBudget(text.monthlyBudget, [...path, 'monthlyBudget']),
  });
}

function readCurrency(code: string, field: readonly string[]): Reading<string> {
  if (isCurrency(code)) return ok(code);
  const rule = 'a currency is an active code of ISO 4217 in capitals, such as EUR';
  return refused(field, 'INVALID', `The currency is unknown: ${rule}.`);
}

function readTimeZone(name: string, field: readonly string[]): Reading<string> {
  if (isTimeZone(name)) return ok(name);
  const rule = 'a zone is named as in the IANA database, such as Europe/Vienna';
  return refused(field, 'INVALID', `The time zone is unknown: ${rule}.`);
}
