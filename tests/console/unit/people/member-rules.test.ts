import { describe, expect, it } from '@jest/globals';
import { permissionsOf } from '../../../../src/domain/access/permission.js';
import type { Role } from '../../../../src/domain/access/role.js';
import { memberOptions } from '../../../../web/src/features/people/member-rules.js';

const NOTHING = { canChange: false, canLink: false, canRemove: false };
const ALL = { canChange: true, canLink: true, canRemove: true };

function permissions(role: Role): readonly string[] {
  return [...permissionsOf(role, { wholeAgency: true })];
}

describe('what can be done with a member', () => {
  it('is nothing where they stand above', () => {
    const owner = { role: 'OWNER', deactivatedAt: null } as const;
    expect(memberOptions(owner, { permissions: permissions('ADMIN'), owners: 2 })).toEqual(NOTHING);
  });

  it('is nothing for whoever may not change members', () => {
    const client = { role: 'CLIENT', deactivatedAt: null } as const;
    const setting = { permissions: permissions('MANAGER'), owners: 2 };
    expect(memberOptions(client, setting)).toEqual(NOTHING);
  });

  it('leaves the last owner what they are', () => {
    const owner = { role: 'OWNER', deactivatedAt: null } as const;
    const may = permissions('OWNER');
    expect(memberOptions(owner, { permissions: may, owners: 1 })).toEqual({
      ...NOTHING,
      canLink: true,
    });
    expect(memberOptions(owner, { permissions: may, owners: 2 })).toEqual(ALL);
  });

  it('gives no link to whoever was deactivated', () => {
    const gone = { role: 'OWNER', deactivatedAt: '2026-11-25T09:00:00.000Z' } as const;
    expect(memberOptions(gone, { permissions: permissions('OWNER'), owners: 1 })).toEqual({
      ...ALL,
      canLink: false,
    });
  });
});
