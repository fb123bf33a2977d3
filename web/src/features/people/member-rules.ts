import type { Role } from '../../../../src/domain/access/role.js';
import { mayGrant } from './roles.js';

/** What of a member decides what can be done with them. */
export interface MemberFacts {
  readonly role: Role;
  readonly deactivatedAt: string | null;
}

/** What of the agency and the viewer does. */
export interface MemberSetting {
  /** What the viewer may do. */
  readonly permissions: readonly string[];
  /** How many owners can sign in; null: not known yet. */
  readonly owners: number | null;
}

/** What of a member the viewer can change, as far as can be known here: the server decides. */
export interface MemberOptions {
  readonly canChange: boolean;
  readonly canLink: boolean;
  readonly canRemove: boolean;
}

/**
 * Nobody changes who stands above them; the last owner who can sign in stays one; and whoever was
 * deactivated gets no new password.
 */
export function memberOptions(
  { role, deactivatedAt }: MemberFacts,
  { permissions, owners }: MemberSetting,
): MemberOptions {
  const mayChange = permissions.includes('member:write') && mayGrant(permissions, role);
  const isLastOwner = role === 'OWNER' && deactivatedAt === null && owners !== null && owners <= 1;
  return {
    canChange: mayChange && !isLastOwner,
    canLink: mayChange && deactivatedAt === null,
    canRemove: mayChange && !isLastOwner,
  };
}
