import { hashToken, newKeyToken } from '../../auth/token.js';
import type { ApiKey } from '../../domain/access/api-key.js';
import { auditedGrant } from '../../domain/access/audited-grant.js';
import { authorizeGrant } from '../../domain/access/authorize-grant.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { type Grant, readGrant } from '../../domain/access/read-grant.js';
import { KEY_ROLES, type KeyRole } from '../../domain/access/role.js';
import { encodeId } from '../../domain/ids.js';
import { readName } from '../../domain/input/name.js';
import { combine } from '../../domain/input/reading.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { ApiKeyEntity } from '../../entities/api-key.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { insertGrantedBrands } from '../../persistence/queries/granted-brands.js';
import { realTime } from '../../persistence/queries/real-time.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { refuseUnknownBrands } from '../refuse-unknown-brands.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import type { CreateKeyRequest, NewKey } from './key-requests.js';

/** What was asked for, once it has been read. */
interface KeyPlan {
  readonly name: string;
  readonly grant: Grant<KeyRole>;
  readonly expiresAt: Instant | null;
}

/**
 * Makes a key and its token, of which only a digest is kept. Refuses flaws of fields (INVALID,
 * REQUIRED, TOO_MANY; all together), unknown brands (NOT_FOUND) and an end that is not in the
 * future of real time (INVALID). FORBIDDEN if the role stands above the caller's.
 */
export async function createKey(
  kernel: AccessKernel,
  caller: Caller,
  request: CreateKeyRequest,
): Promise<Outcome<NewKey>> {
  authorize(caller, 'key:write');
  return outcomeOf(async () => {
    const plan = { ...accepted(readPlan(request)), expiresAt: request.expiresAt };
    authorizeGrant(caller, plan.grant.role);
    const { token, prefix } = newKeyToken();
    const secret = { prefix, tokenHash: hashToken(token) };
    const key = await kernel.database.within(caller).write(async (unit) => {
      await refuseUnknownBrands(unit, caller.agencyId, plan.grant);
      const made = await insert(kernel, unit, { caller, plan, secret });
      await kernel.audit(unit, caller, [creationOf(made)]);
      return made;
    });
    return { key, token };
  });
}

function readPlan({ name, role, brandIds }: CreateKeyRequest) {
  return combine<Omit<KeyPlan, 'expiresAt'>>({
    name: readName(name, ['input', 'name']),
    grant: readGrant({ role, brandIds }, { roles: KEY_ROLES, path: ['input'] }),
  });
}

/** A key to be made. */
interface Making {
  readonly caller: Caller;
  readonly plan: KeyPlan;
  readonly secret: { readonly prefix: string; readonly tokenHash: string };
}

async function insert(
  kernel: AccessKernel,
  unit: UnitOfWork,
  { caller, plan, secret }: Making,
): Promise<ApiKey> {
  const createdAt = await realTime(unit);
  if (plan.expiresAt !== null && plan.expiresAt <= createdAt) {
    return refuse(['input', 'expiresAt'], 'INVALID', 'The key would have ended already.');
  }
  const { name, grant, expiresAt } = plan;
  const { agencyId } = caller;
  const id = kernel.ids.next(await presentInstant(kernel, unit));
  const row = {
    ...{ id, agencyId, name, role: grant.role, createdBy: caller.actor.name },
    ...{ createdAt, lastUsedAt: null, expiresAt, revokedAt: null },
  };
  const wholeAgency = grant.brandIds === null;
  await unit.em.insert(ApiKeyEntity, { ...row, ...secret, wholeAgency });
  await insertGrantedBrands(unit, { agencyId, grantee: 'api_key', id, brandIds: grant.brandIds });
  return { ...row, brandIds: grant.brandIds, prefix: secret.prefix };
}

function creationOf({ id, name, prefix, expiresAt, ...grant }: ApiKey) {
  return {
    action: 'key.create',
    object: { kind: 'key', id: encodeId('key', id) },
    before: null,
    after: {
      name,
      prefix,
      ...auditedGrant(grant),
      expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
    },
  } as const;
}
