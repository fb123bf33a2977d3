import { exponentOf } from '../../../../src/domain/money/currency.js';
import { MAX_KEY_LENGTH } from '../../../../src/domain/input/key.js';
import { MAX_NAME_LENGTH } from '../../../../src/domain/input/name.js';
import type {
  BrandRowFragment,
  BrandStatus,
  CreateBrandInput,
  UpdateBrandInput,
} from '../../client/generated/graphql.js';
import { amountOf, amountProblem } from '../../kit/form/amount-problem.js';

/** What is typed about a brand, as texts. */
export interface BrandValues {
  readonly name: string;
  readonly externalId: string;
  /** Empty: not chosen yet. */
  readonly currency: string;
  readonly timeZone: string;
  readonly dailyBudget: string;
  readonly monthlyBudget: string;
  readonly status: BrandStatus;
  /** Why it is changed, for the record. */
  readonly reason: string;
}

/** A form for a new brand in a zone. */
export function newBrandValues(timeZone: string): BrandValues {
  return {
    name: '',
    externalId: '',
    currency: '',
    timeZone,
    dailyBudget: '',
    monthlyBudget: '',
    status: 'ACTIVE',
    reason: '',
  };
}

/** A form for a brand that is there. */
export function brandValuesOf(brand: BrandRowFragment): BrandValues {
  return {
    name: brand.name,
    externalId: brand.externalId ?? '',
    currency: brand.currency,
    timeZone: brand.timeZone,
    dailyBudget: brand.dailyBudget?.amount ?? '',
    monthlyBudget: brand.monthlyBudget?.amount ?? '',
    status: brand.status,
    reason: '',
  };
}

/** What is wrong with each field as it is typed; null: nothing. */
export const BRAND_RULES = {
  name: (name: string): string | null => {
    const length = Array.from(name.trim()).length;
    if (length === 0) return 'Give it a name.';
    return length > MAX_NAME_LENGTH ? `At most ${MAX_NAME_LENGTH} characters.` : null;
  },
  externalId: (key: string): string | null => {
    if (key.length > MAX_KEY_LENGTH) return `At most ${MAX_KEY_LENGTH} characters.`;
    return /^[\x20-\x7e]*$/.test(key) ? null : 'Only plain letters, digits and signs (ASCII).';
  },
  currency: (code: string): string | null => (code === '' ? 'Choose its currency.' : null),
  timeZone: (zone: string | null): string | null => (zone ? null : 'Choose its time zone.'),
  dailyBudget: budgetProblem,
  monthlyBudget: budgetProblem,
};

function budgetProblem(text: string, { currency }: BrandValues): string | null {
  const maxDecimals = currency === '' ? 4 : exponentOf(currency);
  return amountProblem(text, { maxDecimals, isOptional: true });
}

/** What makes the brand; the same `idempotencyKey` makes it once, however often it is sent. */
export function createBrandInput(values: BrandValues, idempotencyKey: string): CreateBrandInput {
  const { name, externalId, currency, timeZone, dailyBudget, monthlyBudget } = values;
  return {
    name,
    externalId: externalId === '' ? null : externalId,
    currency,
    timeZone,
    dailyBudget: amountOf(dailyBudget),
    monthlyBudget: amountOf(monthlyBudget),
    idempotencyKey,
  };
}

/** What changes a brand from what was read to what was typed; fields that are alike are left out. */
export function updateBrandInput(read: BrandRowFragment, values: BrandValues): UpdateBrandInput {
  const before = brandValuesOf(read);
  const has = (field: keyof BrandValues): boolean => values[field] !== before[field];
  return {
    id: read.id,
    version: read.version,
    ...(has('name') ? { name: values.name } : {}),
    ...(has('externalId') ? { externalId: values.externalId || null } : {}),
    ...(has('timeZone') ? { timeZone: values.timeZone } : {}),
    ...(has('status') ? { status: values.status } : {}),
    ...(has('dailyBudget') ? { dailyBudget: amountOf(values.dailyBudget) } : {}),
    ...(has('monthlyBudget') ? { monthlyBudget: amountOf(values.monthlyBudget) } : {}),
  };
}
