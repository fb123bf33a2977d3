import { type UserError, userError } from '../errors.js';
import type { BrandId } from '../ids.js';
import { nameOf, type Reading, refused } from '../input/reading.js';
import { err, ok } from '../result.js';
import { brandScopeOf, type Role } from './role.js';

/** What somebody may be in an agency, and for which of its brands. */
export interface Grant<R extends Role = Role> {
  readonly role: R;
  /** Null: all of the agency's brands. */
  readonly brandIds: readonly BrandId[] | null;
}

/** A grant as it was sent. */
export interface GrantRequest {
  readonly role: Role;
  /** Uuids; null: all brands. */
  readonly brandIds: readonly string[] | null;
}

/** Where a grant was sent, and which roles it may name there. */
export interface GrantPlace<R extends Role> {
  readonly roles: readonly R[];
  /** The path of the input that holds `role` and `brandIds`. */
  readonly path: readonly string[];
}

/** The most brands that one grant names. */
export const MAX_GRANTED_BRANDS = 500;

/**
 * Reads what is to be granted. A role that is none of the place's, brands for a role that always
 * has all, and a brand named twice are INVALID; no brand where some are needed is REQUIRED; more
 * than 500 are TOO_MANY. Whether the agency has the brands is asked elsewhere.
 */
export function readGrant<R extends Role>(
  { role, brandIds }: GrantRequest,
  { roles, path }: GrantPlace<R>,
): Reading<Grant<R>> {
  const granted = roles.find((one) => one === role);
  const ofRole = [...path, 'role'];
  if (granted === undefined) {
    return refused(ofRole, 'INVALID', `The role must be one of ${roles.join(', ')}.`);
  }
  const errors = brandErrors(role, brandIds, [...path, 'brandIds']);
  return errors.length === 0 ? ok({ role: granted, brandIds }) : err(errors);
}

function brandErrors(
  role: Role,
  brandIds: readonly string[] | null,
  field: readonly string[],
): readonly UserError[] {
  const scope = brandScopeOf(role);
  if (brandIds === null) {
    const needsSome = `The role ${role} is for some brands: name at least one.`;
    return scope === 'SOME' ? [userError(field, 'REQUIRED', needsSome)] : [];
  }
  if (scope === 'WHOLE_AGENCY') {
    const hasAll = `The role ${role} is for all brands: leave ${nameOf(field)} out.`;
    return [userError(field, 'INVALID', hasAll)];
  }
  return listErrors(brandIds, field);
}

function listErrors(ids: readonly string[], field: readonly string[]): readonly UserError[] {
  if (ids.length === 0) return [userError(field, 'REQUIRED', 'Name at least one brand.')];
  if (ids.length > MAX_GRANTED_BRANDS) {
    const message = `${ids.length} brands were named: at most ${MAX_GRANTED_BRANDS} can be.`;
    return [userError(field, 'TOO_MANY', message)];
  }
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [userError([...field, String(i)], 'INVALID', 'The brand is named twice.')],
  );
}
