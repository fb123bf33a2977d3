import { type Permission, permissionsOf } from '../../../../src/domain/access/permission.js';
import { type Role, ROLES } from '../../../../src/domain/access/role.js';

/** What permissions allow, for people, in groups that belong together. */
export const PERMISSION_GROUPS: readonly {
  readonly title: string;
  readonly permissions: readonly (readonly [Permission, string])[];
}[] = [
  {
    title: 'Campaigns and brands',
    permissions: [
      ['campaign:read', 'See campaigns, their history and the monitor'],
      ['campaign:write', 'Make, change, activate and pause campaigns'],
      ['budget:reset', 'Reset budgets'],
      ['brand:read', 'See brands'],
      ['brand:create', 'Make brands'],
      ['brand:write', 'Change brands'],
    ],
  },
  {
    title: 'Spend',
    permissions: [
      ['spend:read', 'See the ledger'],
      ['spend:record', 'Record spend'],
      ['spend:refund', 'Record refunds'],
    ],
  },
  {
    title: 'The agency',
    permissions: [
      ['agency:read', 'See the agency'],
      ['agency:write', 'Name the agency'],
      ['member:read', 'See people and invitations'],
      ['member:write', 'Invite, change and remove people'],
      ['key:read', 'See keys'],
      ['key:write', 'Make and revoke keys'],
      ['audit:read', 'See the audit log'],
    ],
  },
  {
    title: 'The installation',
    permissions: [
      ['job:read', 'See jobs'],
      ['job:run', 'Run jobs'],
      ['metrics:read', 'See metrics'],
      ['clock:set', 'Set the test clock, where there is one'],
    ],
  },
];

/** Whether a role allows something, in all brands or in those that it is for. */
export function allows(role: Role, permission: Permission): boolean {
  return ALLOWED.get(role)?.has(permission) ?? false;
}

const ALLOWED: ReadonlyMap<Role, ReadonlySet<Permission>> = new Map(
  ROLES.map((role) => [role, permissionsOf(role, { wholeAgency: true })]),
);
