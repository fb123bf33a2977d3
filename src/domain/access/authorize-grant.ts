import { authorize, type Caller } from './caller.js';
import { permissionsOf } from './permission.js';
import type { Role } from './role.js';

/**
 * Refuses with FORBIDDEN to give, change or take away a role that may do what the caller may not:
 * so nobody raises themselves or others above their own role, and nobody lowers who stands above.
 */
export function authorizeGrant(caller: Caller, role: Role): void {
  for (const permission of permissionsOf(role, { wholeAgency: true })) {
    authorize(caller, permission);
  }
}
