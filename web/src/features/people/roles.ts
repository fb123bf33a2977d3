import { permissionsOf } from '../../../../src/domain/access/permission.js';
import { brandScopeOf, type Role } from '../../../../src/domain/access/role.js';

/** What roles are called. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  OWNER: 'Owner',
  ADMIN: 'Admin',
  MANAGER: 'Manager',
  ANALYST: 'Analyst',
  CLIENT: 'Client',
  INGEST: 'Ingest',
};

/** What somebody with a role may do, in a sentence. */
export const ROLE_SENTENCES: Readonly<Record<Role, string>> = {
  OWNER: 'May do everything, and alone may make other owners and name the agency.',
  ADMIN: 'May do everything but what only owners may: also people, keys, jobs and the audit log.',
  MANAGER: 'Runs the campaigns of all or of chosen brands: budgets, hours, spend and refunds.',
  ANALYST: 'Sees all brands, campaigns and their spend, and changes nothing.',
  CLIENT: 'Sees the campaigns and the spend of chosen brands, and changes nothing.',
  INGEST: 'Records spend, for all or for chosen brands, and can do and see nothing else.',
};

/**
 * Whether somebody with these permissions may give, change or take away a role: nobody may where it
 * would allow more than they may do themselves.
 */
export function mayGrant(permissions: readonly string[], role: Role): boolean {
  const own: ReadonlySet<string> = new Set(permissions);
  return [...permissionsOf(role, { wholeAgency: true })].every((one) => own.has(one));
}

/** Whether a role can be confined to some brands. */
export function takesBrands(role: Role): boolean {
  return brandScopeOf(role) !== 'WHOLE_AGENCY';
}

/** Whether a role cannot be had for all brands. */
export function needsBrands(role: Role): boolean {
  return brandScopeOf(role) === 'SOME';
}
