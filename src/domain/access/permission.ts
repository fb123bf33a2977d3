import type { Role } from './role.js';

/** All that can be allowed, as `noun:verb`. */
export const PERMISSIONS = [
  'agency:read',
  'agency:write',
  'brand:read',
  'brand:create',
  'brand:write',
  'campaign:read',
  'campaign:write',
  'budget:reset',
  'spend:read',
  'spend:record',
  'spend:refund',
  'job:read',
  'job:run',
  'clock:set',
  'member:read',
  'member:write',
  'key:read',
  'key:write',
  'audit:read',
  'metrics:read',
] as const;

/** One of {@link PERMISSIONS}. */
export type Permission = (typeof PERMISSIONS)[number];

/** What a root field of the API asks of its caller: a permission, a credential of any kind, or nothing. */
export type FieldAccess = Permission | 'signed-in' | 'public';

const READS_BRANDS = [
  'agency:read',
  'brand:read',
  'campaign:read',
  'spend:read',
] as const satisfies readonly Permission[];

const RUNS_CAMPAIGNS = [
  ...READS_BRANDS,
  'brand:create',
  'brand:write',
  'campaign:write',
  'budget:reset',
  'spend:record',
  'spend:refund',
  'job:read',
] as const satisfies readonly Permission[];

const RUNS_THE_AGENCY = PERMISSIONS.filter((permission) => permission !== 'agency:write');

/** What each role may do; in which brands is another question, see `Reach`. */
const BY_ROLE: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  OWNER: new Set(PERMISSIONS),
  ADMIN: new Set(RUNS_THE_AGENCY),
  MANAGER: new Set(RUNS_CAMPAIGNS),
  ANALYST: new Set([...READS_BRANDS, 'job:read']),
  CLIENT: new Set(READS_BRANDS),
  INGEST: new Set(['spend:record']),
};

/** What is for the whole agency alone: nobody whose reach is some of its brands may do it. */
const NEEDS_WHOLE_AGENCY: ReadonlySet<Permission> = new Set(['brand:create']);

/** What a role may do, with all of the agency's brands or only some of them. */
export function permissionsOf(
  role: Role,
  { wholeAgency }: { readonly wholeAgency: boolean },
): ReadonlySet<Permission> {
  const permissions = BY_ROLE[role];
  return wholeAgency ? permissions : permissions.difference(NEEDS_WHOLE_AGENCY);
}

/** Everything: what Paceline itself, its jobs and its commands may do. */
export const ALL_PERMISSIONS: ReadonlySet<Permission> = new Set(PERMISSIONS);
