import type { ApiKey } from '../../domain/access/api-key.js';
import type { Role } from '../../domain/access/role.js';
import type { Instant } from '../../domain/time/instant.js';
import type { PageRequest } from '../../domain/paging/page.js';
import type { KeyCriteria, KeySorting } from '../../persistence/queries/page-keys.js';

/** A new key as it was sent. */
export interface CreateKeyRequest {
  readonly name: string;
  readonly role: Role;
  /** Uuids; null: all of the agency's brands. */
  readonly brandIds: readonly string[] | null;
  /** In real time; null: never. */
  readonly expiresAt: Instant | null;
}

/** A key that was made, and its token: the only time that anybody sees it. */
export interface NewKey {
  readonly key: ApiKey;
  readonly token: string;
}

/** Which keys; null: any. All that is given must hold; an empty list matches nothing. */
export type KeyFilter = KeyCriteria;

/** What keys are ordered by. */
export type KeyOrder = KeySorting;

/** A page of keys. */
export interface ListKeysRequest {
  readonly page: PageRequest;
  readonly filter: KeyFilter;
  readonly order: KeyOrder;
}
