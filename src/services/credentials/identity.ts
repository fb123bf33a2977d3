import type { Actor, Caller } from '../../domain/access/caller.js';
import { permissionsOf } from '../../domain/access/permission.js';
import type { Role } from '../../domain/access/role.js';
import type { AgencyId, BrandId, KeyId, PersonId, SessionId } from '../../domain/ids.js';

/** What somebody showed to be let in; null: nothing of the kind. */
export interface Credentials {
  /** The token of `Authorization: Bearer …`: an API key. */
  readonly bearer: string | null;
  /** The token in the session's cookie. */
  readonly session: string | null;
}

/** What a credential proved. */
export type Credential =
  | { readonly kind: 'KEY'; readonly id: KeyId }
  | { readonly kind: 'SESSION'; readonly id: SessionId; readonly personId: PersonId };

/** What somebody may do in one agency. */
export interface Standing {
  readonly agencyId: AgencyId;
  readonly role: Role;
  /** Null: all of the agency's brands. */
  readonly brandIds: readonly BrandId[] | null;
}

/** Who somebody is, as long as the credential is good and nothing about them has changed. */
export interface Identity {
  readonly credential: Credential;
  readonly actor: Actor;
  /** In the agency of the key, or the one that the session has chosen; null: a person in no agency. */
  readonly standing: Standing | null;
  /** When the credential ends by itself, in epoch milliseconds of real time; null: never. */
  readonly expiresAt: number | null;
}

/** Where a request came from and why it was sent. */
export interface Occasion {
  readonly requestId: string;
  readonly origin: string;
  readonly reason: string | null;
}

/** On whose behalf a request runs; null: a person who is in no agency. */
export function callerOf({ actor, standing }: Identity, occasion: Occasion): Caller | null {
  if (standing === null) return null;
  const { agencyId, role, brandIds } = standing;
  const permissions = permissionsOf(role, { wholeAgency: brandIds === null });
  return { agencyId, brandIds, actor, permissions, ...occasion };
}
