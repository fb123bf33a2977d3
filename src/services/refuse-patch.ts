import { refuse } from './refusal.js';

/** Refuses with VERSION_CONFLICT if the caller read another version than the present; null: any. */
export function refuseStale(present: { readonly version: number }, read: number | null): void {
  if (read === null || read === present.version) return;
  const message = `Version ${read} was read, the present one is ${present.version}: read it again.`;
  refuse(['input', 'version'], 'VERSION_CONFLICT', message);
}

/** Refuses with INVALID a patch that gives nothing but an id and a version. */
export function refuseEmpty(patch: object): void {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  if (given.some(([field]) => field !== 'id' && field !== 'version')) return;
  refuse(['input'], 'INVALID', 'Nothing is to be changed: give at least one field beside the id.');
}
