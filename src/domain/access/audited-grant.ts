import { encodeId } from '../ids.js';
import type { Grant } from './read-grant.js';

/** A grant as the audit log keeps it. */
export function auditedGrant({ role, brandIds }: Grant): {
  readonly role: string;
  readonly brandIds: readonly string[] | null;
} {
  return { role, brandIds: brandIds?.map((id) => encodeId('brand', id)) ?? null };
}
