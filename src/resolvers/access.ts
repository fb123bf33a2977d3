import { Extensions } from 'type-graphql';
import type { FieldAccess } from '../domain/access/permission.js';

/**
 * Declares what a root field asks of its caller, for those who look at the schema: the doors, which
 * let nobody in without a credential but to what is public, and the test that no field forgot. That
 * the permission is there is checked by the service.
 */
export function Access(access: FieldAccess): MethodDecorator & PropertyDecorator {
  return Extensions({ access });
}
