import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from '../../../../src/domain/access/permission.js';
import { MEMBER_ROLES, type Role } from '../../../../src/domain/access/role.js';
import { mayGrant } from '../../../../web/src/features/people/roles.js';

function grantedBy(role: Role, wholeAgency = true): readonly Role[] {
  const permissions = [...permissionsOf(role, { wholeAgency })];
  return MEMBER_ROLES.filter((one) => mayGrant(permissions, one));
}

describe('the roles that somebody can give', () => {
  it('are all of them for an owner', () => {
    expect(grantedBy('OWNER')).toEqual(MEMBER_ROLES);
  });

  it('are all but an owner for an admin', () => {
    expect(grantedBy('ADMIN')).toEqual(['ADMIN', 'MANAGER', 'ANALYST', 'CLIENT']);
  });

  it('are none that may do more than they may themselves', () => {
    expect(grantedBy('ANALYST')).toEqual(['ANALYST', 'CLIENT']);
    expect(grantedBy('CLIENT')).toEqual(['CLIENT']);
  });
});
