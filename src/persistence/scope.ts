import type { Reach } from '../domain/access/caller.js';
import type { AgencyId } from '../domain/ids.js';
import { ISOLATION_ROLES } from './migrations/isolation.js';

/** As whom statements run, and what the policies of that role let them see; as {@link SCOPE_TEXT} binds it. */
export type Scope = readonly [role: string, agency: string, brands: string, agencies: string];

/** Puts the running transaction into a scope, until its end. */
export const SCOPE_TEXT = `select set_config('role', $1, true),
  set_config('paceline.agency_id', $2, true), set_config('paceline.brand_ids', $3, true),
  set_config('paceline.agency_ids', $4, true)`;

/** The name under which every connection has it prepared. */
export const SCOPE_NAME = 'paceline_scope';

const { AGENCY, BRANDS, GROUP, SERVICE } = ISOLATION_ROLES;

/** Everything of all agencies. */
export const EVERYWHERE: Scope = [SERVICE, '', '', ''];

/** An agency, or some of its brands. */
export function scopeOf({ agencyId, brandIds }: Reach): Scope {
  if (brandIds === null) return [AGENCY, agencyId, '', ''];
  return [BRANDS, agencyId, listOf(brandIds), ''];
}

/** Several agencies, as far as recording their spend together needs them. */
export function scopeOfGroup(agencyIds: readonly AgencyId[]): Scope {
  return [GROUP, '', '', listOf(agencyIds)];
}

function listOf(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}
