import { MAX_GRANTED_BRANDS } from '../../../../src/domain/access/read-grant.js';
import type { Role } from '../../../../src/domain/access/role.js';
import { needsBrands, takesBrands } from './roles.js';

/** A role and its brands, as they are chosen in a form. */
export interface GrantValues {
  readonly role: Role | null;
  /** Whether it is for chosen brands alone; of no account where the role leaves no choice. */
  readonly isForSome: boolean;
  readonly brandIds: readonly string[];
}

/** Nothing is chosen yet. */
export const NO_GRANT: GrantValues = { role: null, isForSome: false, brandIds: [] };

/** What somebody has now. */
export function grantValuesOf({
  role,
  brands,
}: {
  readonly role: Role;
  readonly brands: readonly { readonly id: string }[] | null;
}): GrantValues {
  return { role, isForSome: brands !== null, brandIds: (brands ?? []).map(({ id }) => id) };
}

/** Whether the form asks for brands. */
export function asksBrands({ role, isForSome }: GrantValues): boolean {
  return role !== null && takesBrands(role) && (isForSome || needsBrands(role));
}

/** The grant as the API takes it: no brands are all of them. Of a valid form alone. */
export function grantOf(values: GrantValues): {
  readonly role: Role;
  readonly brandIds: string[] | null;
} {
  if (values.role === null) throw new Error('A role must be chosen.');
  return { role: values.role, brandIds: asksBrands(values) ? [...values.brandIds] : null };
}

/** What is wrong with the role; null: nothing. */
export function roleProblem(role: Role | null): string | null {
  return role === null ? 'Choose a role.' : null;
}

/** What is wrong with the brands; null: nothing. */
export function brandsProblem(values: GrantValues): string | null {
  if (!asksBrands(values)) return null;
  const { length } = values.brandIds;
  if (length === 0) return 'Choose at least one brand.';
  return length > MAX_GRANTED_BRANDS
    ? `${length} brands are chosen: at most ${MAX_GRANTED_BRANDS} can be.`
    : null;
}
