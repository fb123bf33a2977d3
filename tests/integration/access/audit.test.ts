import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type Caller, wholeAgency } from '../../../src/domain/access/caller.js';
import { ROLES } from '../../../src/domain/access/role.js';
import type { AuditDraft } from '../../../src/domain/audit/audit-entry.js';
import type { LinkedFacts } from '../../../src/domain/audit/chain.js';
import { ForbiddenError } from '../../../src/domain/errors.js';
import { encodeId } from '../../../src/domain/ids.js';
import type { AuditCriteria } from '../../../src/persistence/queries/read-audit.js';
import { listAudit, loadAudit } from '../../../src/services/audit/list-audit.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { accepted } from '../../support/accepted.js';
import { auditDraft, flawInLog, recordDrafts } from '../../support/audit-log.js';
import { inRole } from '../../support/callers.js';
import { instant } from '../../support/instants.js';
import { brandPatch } from '../../support/requests.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();

function record(drafts: readonly AuditDraft[], caller = world.caller): Promise<void> {
  return recordDrafts(world, drafts, caller);
}

const ANY: AuditCriteria = {
  ...{ actorId: null, objectId: null, action: null, objectKind: null },
  ...{ from: null, to: null },
};

/** What the caller finds in the log, the newest first. */
async function found(
  filter: Partial<AuditCriteria> = {},
  caller = world.caller,
): Promise<readonly LinkedFacts[]> {
  const request = { page: { first: 100, after: null }, filter: { ...ANY, ...filter } };
  return (await listAudit(world.kernel, caller, request)).items.map(({ node }) => node);
}

async function objects(filter: Partial<AuditCriteria> = {}): Promise<readonly (string | null)[]> {
  return (await found(filter)).map(({ object }) => object.id);
}

describe('a change', () => {
  test('is recorded with who made it, from where, why, and its request', async () => {
    const reason = 'The client asked';
    const before = { dailyBudget: '100', name: 'Grüße "x"\n\u0000' };
    const after = { dailyBudget: null, name: '½ \ud83d\ude80' };
    await record([auditDraft('a', { before, after })], { ...world.caller, reason });
    const [row] = await found();
    expect(row).toMatchObject({
      agencyId: world.caller.agencyId,
      seq: 1n,
      at: instant(START),
      actor: world.caller.actor,
      origin: '192.0.2.1',
      action: 'campaign.update',
      object: { kind: 'campaign', id: 'a' },
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      reason,
      requestId: 'request-1',
    });
    expect(await flawInLog(world)).toBeNull();
  });

  test('is undone with the transaction that made it', async () => {
    const { database, audit } = world.kernel;
    const failing = database.within(world.caller).write(async (unit) => {
      await audit(unit, world.caller, [auditDraft('a')]);
      throw new Error('something else went wrong');
    });
    await expect(failing).rejects.toThrow('something else went wrong');
    expect(await found()).toEqual([]);
    await record([auditDraft('b')]);
    expect((await found()).map(({ seq }) => seq)).toEqual([1n]);
  });

  test('costs two statements, however many there are; none at all costs none', async () => {
    const many = Array.from({ length: 500 }, (_, place) => auditDraft(`campaign ${place}`));
    expect(await world.statementsOf(() => record(many))).toHaveLength(2);
    expect(await world.statementsOf(() => record([]))).toHaveLength(0);
    expect(await flawInLog(world)).toBeNull();
  });

  test('is told by its digest where its values are very long', async () => {
    const after = { windows: 'x'.repeat(70_000) };
    await record([auditDraft('a', { after })]);
    const [row] = await found();
    const json = JSON.stringify(after);
    const sha256 = createHash('sha256').update(json).digest('hex');
    expect(JSON.parse(row?.after ?? '')).toEqual({
      omitted: { characters: json.length, sha256 },
    });
    expect(await flawInLog(world)).toBeNull();
  });

  test('whose values are no JSON is a fault of the program', async () => {
    await expect(record([auditDraft('a', { after: { amountMicros: 1n } })])).rejects.toThrow(
      TypeError,
    );
  });

  test('by one who reaches some brands only is recorded, too', async () => {
    const { brand } = await world.aBrand();
    const manager = { ...inRole(world.caller, 'MANAGER'), brandIds: [brand.id] };
    const request = brandPatch({ id: brand.id, name: 'Renamed' });
    accepted(await updateBrand(world.kernel, manager, request));
    const [row] = await found();
    expect(row).toMatchObject({
      action: 'brand.update',
      object: { kind: 'brand', id: encodeId('brand', brand.id) },
      before: JSON.stringify({ name: brand.name }),
      after: '{"name":"Renamed"}',
    });
    await expect(found({}, manager)).rejects.toThrow(ForbiddenError);
  });
});

describe('changes at the same time', () => {
  test('are chained one after the other', async () => {
    const transactions = Array.from({ length: 8 }, async (_, place) => {
      await record([auditDraft(`${place} a`), auditDraft(`${place} b`)]);
    });
    await Promise.all(transactions);
    const rows = (await found()).toReversed();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => BigInt(place + 1)));
    expect(rows).toHaveLength(16);
    const pairs = rows.map(({ object }) => object.id?.split(' ')[0]);
    rows.forEach((row, place) => {
      if (place > 0) expect(row.previousHash).toBe(rows[place - 1]?.hash);
      expect(pairs[place]).toBe(pairs[place - (place % 2)]);
    });
    expect(await flawInLog(world)).toBeNull();
  });

  test('wait for each other in one agency and not in two', async () => {
    const stranger = await world.aStranger();
    const { database, audit } = world.kernel;
    const holds = Promise.withResolvers<undefined>();
    const ends = Promise.withResolvers<undefined>();
    const first = database.within(world.caller).write(async (unit) => {
      await audit(unit, world.caller, [auditDraft('first')]);
      holds.resolve(undefined);
      await ends.promise;
    });
    await holds.promise;
    let isSecondDone = false;
    const second = record([auditDraft('second')]).then(() => (isSecondDone = true));
    await record([auditDraft('elsewhere')], stranger);
    expect(isSecondDone).toBe(false);
    ends.resolve(undefined);
    await Promise.all([first, second]);
    expect(await objects()).toEqual(['second', 'first']);
  });
});

describe('the log', () => {
  test('is one agency’s own', async () => {
    const stranger = await world.aStranger();
    await record([auditDraft('ours')]);
    await record([auditDraft('theirs')], stranger);
    expect(await objects()).toEqual(['ours']);
    const [theirs] = await found({}, stranger);
    expect(theirs).toMatchObject({ seq: 1n, object: { id: 'theirs' } });
    const ids = [theirs?.id ?? ''];
    expect(await loadAudit(world.kernel, world.caller, ids)).toEqual([null]);
    expect(await loadAudit(world.kernel, stranger, ids)).toEqual([theirs]);
    const seen = await world.kernel.database
      .within(world.caller)
      .rows('select from audit_entry where agency_id = $1', [stranger.agencyId]);
    expect(seen).toEqual([]);
  });

  test('cannot be written for another agency', async () => {
    const stranger = await world.aStranger();
    const { database, audit } = world.kernel;
    const forging = database
      .within(world.caller)
      .write((unit) => audit(unit, stranger, [auditDraft('forged')]));
    await expect(forging).rejects.toThrow(/row-level security/);
  });

  test.each(ROLES)('is for those who may read it: %s', async (role) => {
    await record([auditDraft('a')]);
    const reading = found({}, inRole(world.caller, role));
    if (role === 'OWNER' || role === 'ADMIN') expect(await reading).toHaveLength(1);
    else await expect(reading).rejects.toThrow(ForbiddenError);
  });

  test.each([
    ['update', `update audit_entry set reason = 'x'`],
    ['delete', 'delete from audit_entry'],
  ])('refuses to be changed: %s', async (_, text) => {
    await record([auditDraft('a')]);
    await expect(world.rows(text)).rejects.toThrow(/append-only/);
    const { database } = world.kernel;
    await expect(database.within(world.caller).rows(text)).rejects.toThrow(/append-only/);
    await expect(database.within(wholeAgency(world.caller.agencyId)).rows(text)).rejects.toThrow(
      /append-only/,
    );
    expect(await flawInLog(world)).toBeNull();
  });

  test('refuses to be emptied, even by the owner of the tables', async () => {
    await expect(world.rowsAsOwner('truncate audit_entry')).rejects.toThrow(/append-only/);
  });
});

describe('a filter', () => {
  test('finds by who, what, which and when, all of it together', async () => {
    const key: Caller = { ...world.caller, actor: { kind: 'KEY', id: 'key-1', name: 'Feed' } };
    await record([auditDraft('a'), auditDraft('b', { action: 'campaign.pause' })]);
    await record([auditDraft('a', { action: 'campaign.pause' })], key);
    world.at('2026-07-16T00:00:00.000Z');
    await record([auditDraft('c')], key);
    expect(await objects()).toEqual(['c', 'a', 'b', 'a']);
    expect(await objects({ actorId: 'key-1' })).toEqual(['c', 'a']);
    expect(await objects({ objectId: 'a' })).toEqual(['a', 'a']);
    expect(await objects({ action: ['campaign.pause'] })).toEqual(['a', 'b']);
    expect(await objects({ action: ['campaign.pause', 'campaign.update'] })).toHaveLength(4);
    expect(await objects({ actorId: 'key-1', objectId: 'a' })).toEqual(['a']);
    const job = { kind: 'job', id: 'j' } as const;
    await record([auditDraft('j', { object: job })]);
    expect(await objects({ objectKind: ['job'] })).toEqual(['j']);
    expect(await objects({ objectKind: ['job', 'campaign'] })).toHaveLength(5);
    expect(await objects({ objectKind: [], actorId: 'key-1' })).toEqual([]);
    const midnight = instant('2026-07-16T00:00:00.000Z');
    expect(await objects({ from: midnight })).toEqual(['j', 'c']);
    expect(await objects({ to: midnight })).toEqual(['a', 'b', 'a']);
  });

  test.each([
    ['an unknown actor', { actorId: 'person_nobody' }],
    ['what no row can hold', { objectId: 'a\u0000\ud800' }],
    ['an unknown action', { action: ['campaign.frobnicate'] }],
    ['no action', { action: [] }],
    ['a time before all', { to: -9e15 }],
  ])('finds nothing by %s', async (_, filter) => {
    await record([auditDraft('a')]);
    expect(await found(filter)).toEqual([]);
  });

  test('pages without a gap, while more is recorded', async () => {
    await record(Array.from({ length: 7 }, (_, place) => auditDraft(`${place + 1}`)));
    const seen: (string | null)[] = [];
    let after = null;
    for (let hasNextPage = true; hasNextPage;) {
      const request = { page: { first: 3, after }, filter: ANY };
      const page = await listAudit(world.kernel, world.caller, request);
      seen.push(...page.items.map(({ node }) => node.object.id));
      after = page.items.at(-1)?.position ?? null;
      ({ hasNextPage } = page);
      await record([auditDraft('meanwhile')]);
    }
    expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  });
});
