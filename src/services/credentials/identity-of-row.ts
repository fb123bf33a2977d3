import type { Actor } from '../../domain/access/caller.js';
import { encodeId } from '../../domain/ids.js';
import type { CredentialIds, IdentityRow } from '../../persistence/queries/read-identities.js';
import type { Credential, Identity, Standing } from './identity.js';

/** Who a credential that was found shows somebody to be. */
export function identityOfRow(row: IdentityRow): Identity {
  const { id, personId, name, expiresAt } = row;
  const credential: Credential =
    personId === null ? { kind: 'KEY', id } : { kind: 'SESSION', id, personId };
  const actor: Actor =
    personId === null
      ? { kind: 'KEY', id: encodeId('key', id), name }
      : { kind: 'USER', id: encodeId('person', personId), name };
  return { credential, actor, standing: standingIn(row), expiresAt };
}

function standingIn({ agencyId, role, brandIds }: IdentityRow): Standing | null {
  return agencyId === null || role === null ? null : { agencyId, role, brandIds };
}

/** By what the credentials of these identities are found again. */
export function credentialIdsOf(identities: Iterable<Identity>): CredentialIds {
  const sessions = new Set<string>();
  const keys = new Map<string, CredentialIds['keys'][number]>();
  for (const { credential, standing } of identities) {
    const { kind, id } = credential;
    if (kind === 'SESSION') sessions.add(id);
    // A key is always one of an agency.
    else if (standing !== null) keys.set(id, { agencyId: standing.agencyId, id });
  }
  return { sessions: [...sessions], keys: [...keys.values()] };
}

/** Whether both are the same in the same agency, for the same brands. */
export function isSameStanding(one: Standing | null, other: Standing | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.agencyId !== other.agencyId || one.role !== other.role) return false;
  if (one.brandIds === null || other.brandIds === null) return one.brandIds === other.brandIds;
  return new Set(one.brandIds).symmetricDifference(new Set(other.brandIds)).size === 0;
}
