import type { Caller } from '../../src/domain/access/caller.js';
import { permissionsOf } from '../../src/domain/access/permission.js';
import type { Role } from '../../src/domain/access/role.js';

/** The same caller with another role, for the whole agency. */
export function inRole(caller: Caller, role: Role): Caller {
  return { ...caller, permissions: permissionsOf(role, { wholeAgency: true }) };
}

/** The same as a machine with a key, such as a feed, whose spends the ledger itself audits. */
export function asFeed(caller: Caller): Caller {
  return { ...caller, actor: { kind: 'KEY', id: 'key-1', name: 'Feed' } };
}
