import type { ApiKey } from '../../domain/access/api-key.js';
import { authorizeGrant } from '../../domain/access/authorize-grant.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { encodeId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant.js';
import { ApiKeyEntity } from '../../entities/api-key.js';
import { lockKey } from '../../persistence/queries/read-keys.js';
import { realTime } from '../../persistence/queries/real-time.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';

/**
 * Ends a key for ever; one that was revoked before stays as it is. Refuses one that the agency does
 * not have (NOT_FOUND); FORBIDDEN if its role stands above the caller's.
 */
export async function revokeKey(
  kernel: AccessKernel,
  caller: Caller,
  id: string,
): Promise<Outcome<ApiKey>> {
  authorize(caller, 'key:write');
  const { agencyId } = caller;
  const outcome = await outcomeOf(() =>
    kernel.database.within(caller).write(async (unit) => {
      const key = await lockKey(unit, agencyId, id);
      if (key === null) return refuse(['id'], 'NOT_FOUND', 'No key has this id.');
      authorizeGrant(caller, key.role);
      if (key.revokedAt !== null) return key;
      const revokedAt = await realTime(unit);
      await unit.em.nativeUpdate(ApiKeyEntity, { agencyId, id }, { revokedAt });
      await kernel.audit(unit, caller, [
        {
          action: 'key.revoke',
          object: { kind: 'key', id: encodeId('key', id) },
          before: { revokedAt: null },
          after: { revokedAt: formatInstant(revokedAt) },
        },
      ]);
      return { ...key, revokedAt };
    }),
  );
  kernel.credentials.forget({ keyId: id });
  return outcome;
}
