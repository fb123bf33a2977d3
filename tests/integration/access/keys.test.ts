import { describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../src/auth/token.js';
import { KEY_ROLES, ROLES } from '../../../src/domain/access/role.js';
import { ForbiddenError } from '../../../src/domain/errors.js';
import { createKey } from '../../../src/services/keys/create-key.js';
import type { CreateKeyRequest } from '../../../src/services/keys/key-requests.js';
import { listAllKeys } from '../../../src/services/keys/list-all-keys.js';
import { listKeys } from '../../../src/services/keys/list-keys.js';
import { loadKeys } from '../../../src/services/keys/load-keys.js';
import { revokeKey } from '../../../src/services/keys/revoke-key.js';
import { keysRequest } from '../../support/access/list-requests.js';
import { accepted, refusals } from '../../support/accepted.js';
import { inRole } from '../../support/callers.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const HOUR_MS = 3_600_000;

function create(details: Partial<CreateKeyRequest> = {}, caller = world.caller) {
  const request = { name: 'Feed', role: 'INGEST', brandIds: null, expiresAt: null, ...details };
  return createKey(world.kernel, caller, request as CreateKeyRequest);
}

async function created(details: Partial<CreateKeyRequest> = {}) {
  return accepted(await create(details));
}

describe('a key', () => {
  test('is shown once, and only its digest is kept', async () => {
    const { brand } = await world.aBrand();
    const { key, token } = await created({ name: ' Feed ', brandIds: [brand.id] });
    expect(token).toMatch(/^pcl_[\da-f]{8}_[\w-]{43}$/);
    expect(token.startsWith(`${key.prefix}_`)).toBe(true);
    expect(key).toMatchObject({
      name: 'Feed',
      role: 'INGEST',
      brandIds: [brand.id],
      createdBy: world.caller.actor.name,
      lastUsedAt: null,
      expiresAt: null,
      revokedAt: null,
    });
    expect(await loadKeys(world.kernel, world.caller, [key.id])).toEqual([key]);
    const [row] = await world.rows<{ hash: string; text: string }>(
      'select token_hash as hash, k::text as text from api_key k where id = $1',
      [key.id],
    );
    expect(row?.hash).toBe(hashToken(token));
    const secret = token.slice(key.prefix.length + 1);
    expect(row?.text).not.toContain(secret);
    const [audit] = await world.rows<{ text: string; action: string }>(
      'select a::text as text, action from audit_entry a where agency_id = $1 order by seq desc limit 1',
      [world.caller.agencyId],
    );
    expect(audit?.action).toBe('key.create');
    expect(audit?.text).not.toContain(secret);
  });

  test.each(ROLES)('cannot be made by one who may not grant its role: %s', async (role) => {
    const caller = inRole(world.caller, role);
    for (const wanted of KEY_ROLES) {
      const brandIds = wanted === 'CLIENT' ? [UNKNOWN] : null;
      const making = create({ role: wanted, brandIds }, caller);
      if (role === 'OWNER' || role === 'ADMIN') await making;
      else await expect(making).rejects.toThrow(ForbiddenError);
    }
  });

  test('is never an owner', async () => {
    expect(refusals(await create({ role: 'OWNER' }))).toEqual(['input.role INVALID']);
  });

  test('is refused with all that is wrong with it', async () => {
    const wrong = await create({ name: ' ', role: 'CLIENT' });
    expect(refusals(wrong)).toEqual(['input.name INVALID', 'input.brandIds REQUIRED']);
    const { brand } = await world.aBrand();
    const analyst = await create({ role: 'ANALYST', brandIds: [brand.id] });
    expect(refusals(analyst)).toEqual(['input.brandIds INVALID']);
    const none = await create({ brandIds: [] });
    expect(refusals(none)).toEqual(['input.brandIds REQUIRED']);
    const twice = await create({ brandIds: [brand.id, brand.id] });
    expect(refusals(twice)).toEqual(['input.brandIds.1 INVALID']);
    const many = await create({ brandIds: Array.from({ length: 501 }, (_, i) => String(i)) });
    expect(refusals(many)).toEqual(['input.brandIds TOO_MANY']);
  });

  test("cannot be for another agency's brand, which looks like an unknown one", async () => {
    const { brand } = await world.aBrand();
    const stranger = await world.aStranger();
    const outcome = await create({ brandIds: [UNKNOWN, brand.id] }, stranger);
    expect(refusals(outcome)).toEqual(['input.brandIds.0 NOT_FOUND', 'input.brandIds.1 NOT_FOUND']);
    expect(await listAllKeys(world.kernel, stranger)).toEqual([]);
  });

  test('ends in the future of real time, whatever the injected clock says', async () => {
    const past = await create({ expiresAt: Date.now() - 1 });
    expect(refusals(past)).toEqual(['input.expiresAt INVALID']);
    const expiresAt = Date.now() + HOUR_MS;
    world.at('2099-01-01T00:00:00.000Z');
    expect((await created({ expiresAt })).key.expiresAt).toBe(expiresAt);
  });
});

describe('revoking a key', () => {
  test('ends it for ever, once', async () => {
    const { key } = await created();
    const revoked = accepted(await revokeKey(world.kernel, world.caller, key.id));
    expect(revoked.revokedAt).toBeGreaterThanOrEqual(key.createdAt);
    expect(accepted(await revokeKey(world.kernel, world.caller, key.id))).toEqual(revoked);
    const audits = await world.rows(
      `select 1 from audit_entry where agency_id = $1 and action = 'key.revoke'`,
      [world.caller.agencyId],
    );
    expect(audits).toHaveLength(1);
  });

  test('of another agency is as of one that is not there, and so is reading it', async () => {
    const { key } = await created();
    const stranger = await world.aStranger();
    for (const id of [key.id, UNKNOWN]) {
      expect(refusals(await revokeKey(world.kernel, stranger, id))).toEqual(['id NOT_FOUND']);
      expect(await loadKeys(world.kernel, stranger, [id])).toEqual([null]);
    }
  });

  test('is not for a manager, who cannot see them either', async () => {
    const { key } = await created();
    const manager = inRole(world.caller, 'MANAGER');
    await expect(revokeKey(world.kernel, manager, key.id)).rejects.toThrow(ForbiddenError);
    await expect(loadKeys(world.kernel, manager, [key.id])).rejects.toThrow(ForbiddenError);
  });
});

describe('the list of keys', () => {
  test('is paged, the newest first, and counted', async () => {
    for (const name of ['a', 'b', 'c']) await created({ name });
    const first = await listKeys(
      world.kernel,
      world.caller,
      keysRequest({ first: 2, after: null }),
    );
    expect(first.items.map(({ node }) => node.name)).toEqual(['c', 'b']);
    expect(first.hasNextPage).toBe(true);
    expect(await first.totalCount()).toBe(3);
    const after = first.items.at(-1)?.position ?? null;
    const second = await listKeys(world.kernel, world.caller, keysRequest({ first: 2, after }));
    expect(second.items.map(({ node }) => node.name)).toEqual(['a']);
    expect(second.hasNextPage).toBe(false);
    expect((await listAllKeys(world.kernel, world.caller)).map(({ name }) => name)).toEqual([
      'c',
      'b',
      'a',
    ]);
  });
});
