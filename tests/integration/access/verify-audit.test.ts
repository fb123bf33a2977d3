import { describe, expect, test } from '@jest/globals';
import type { AuditDraft } from '../../../src/domain/audit/audit-entry.js';
import { verifyAudit } from '../../../src/services/audit/verify-audit.js';
import { auditDraft, flawInLog, recordDrafts } from '../../support/audit-log.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

function record(drafts: readonly AuditDraft[], caller = world.caller): Promise<void> {
  return recordDrafts(world, drafts, caller);
}

/** Changes rows as only the owner of the tables can; $1 stands for the test's agency. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await world.rowsAsOwner('alter table audit_entry disable trigger audit_entry_append_only');
  const { agencyId } = world.caller;
  for (const text of statements) await world.rows(text.replaceAll('$1', `'${agencyId}'`));
  await world.rowsAsOwner('alter table audit_entry enable trigger audit_entry_append_only');
}

describe('verifying the audit logs', () => {
  const OF_OURS = 'where agency_id = $1';
  const ROW_2 = `${OF_OURS} and seq = 2`;

  test('reads a log of more rows than it reads at once, and shows how far it is', async () => {
    for (let time = 0; time < 3; time += 1) {
      await record(Array.from({ length: 400 }, (_, place) => auditDraft(`${place}`)));
    }
    const steps: number[] = [];
    const watcher = {
      onProgress: ({ done, total }: { done: number; total: number | null }) =>
        void steps.push(done / (total ?? Infinity)),
      signal: new AbortController().signal,
    };
    const logs = await verifyAudit(world.kernel, watcher);
    const log = logs.find(({ agencyId }) => agencyId === world.caller.agencyId);
    const [last] = await world.rows<{ hash: string }>(
      'select hash from audit_entry where agency_id = $1 order by seq desc limit 1',
      [world.caller.agencyId],
    );
    expect(log).toMatchObject({ agencyName: 'Agency', rows: 1200, hash: last?.hash, broken: null });
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
  });

  test('ends early where it is stopped', async () => {
    await record([auditDraft('a')]);
    const signal = AbortSignal.abort(new Error('stopped'));
    const verifying = verifyAudit(world.kernel, { onProgress: () => undefined, signal });
    await expect(verifying).rejects.toThrow('stopped');
  });

  test.each([
    ['a reason', `update audit_entry set reason = 'x' ${ROW_2}`, 'WRONG_HASH 2'],
    ['an actor', `update audit_entry set actor_name = 'Eve' ${ROW_2}`, 'WRONG_HASH 2'],
    ['a space in a value', `update audit_entry set after = '{"a": 1}' ${ROW_2}`, 'WRONG_HASH 2'],
    ['no value', `update audit_entry set after = null ${ROW_2}`, 'WRONG_HASH 2'],
    ['an instant', `update audit_entry set at = at - interval '1 ms' ${ROW_2}`, 'WRONG_HASH 2'],
    ['no instant at all', `update audit_entry set at = 'infinity' ${ROW_2}`, 'WRONG_HASH 2'],
    ['a hash', `update audit_entry set hash = previous_hash ${ROW_2}`, 'WRONG_HASH 2'],
    ['a link', `update audit_entry set previous_hash = hash ${ROW_2}`, 'WRONG_LINK 2'],
    ['a missing row', `delete from audit_entry ${ROW_2}`, 'WRONG_PLACE 3'],
    ['a missing first row', `delete from audit_entry ${OF_OURS} and seq = 1`, 'WRONG_PLACE 2'],
    ['a missing last row', `delete from audit_entry ${OF_OURS} and seq = 3`, 'CUT_SHORT 2'],
    ['nothing left', 'delete from audit_entry where agency_id = $1', 'CUT_SHORT 0'],
    ['a row before the first', `update audit_entry set seq = -7 ${ROW_2}`, 'WRONG_PLACE -7'],
    ['an end that is gone', 'delete from audit_head where agency_id = $1', 'WRONG_END 3'],
    [
      'an end before the last row',
      'update audit_head set seq = 2 where agency_id = $1',
      'WRONG_END 3',
    ],
    [
      'an end with another hash',
      `update audit_head set hash = repeat('0', 64) where agency_id = $1`,
      'WRONG_END 3',
    ],
  ])('finds %s', async (_, statement, expected) => {
    const after = { a: 1 };
    await record([
      auditDraft('a', { after }),
      auditDraft('b', { after }),
      auditDraft('c', { after }),
    ]);
    expect(await flawInLog(world)).toBeNull();
    await tamper(statement);
    expect(await flawInLog(world)).toBe(expected);
  });

  test('finds rows that were exchanged', async () => {
    await record([auditDraft('a'), auditDraft('b'), auditDraft('c')]);
    await tamper(
      'update audit_entry set seq = 9 where agency_id = $1 and seq = 1',
      'update audit_entry set seq = 1 where agency_id = $1 and seq = 2',
      'update audit_entry set seq = 2 where agency_id = $1 and seq = 9',
    );
    expect(await flawInLog(world)).toBe('WRONG_LINK 1');
  });

  test('finds nothing wrong with the other agencies', async () => {
    const stranger = await world.aStranger();
    await record([auditDraft('a')], stranger);
    await record([auditDraft('a'), auditDraft('b')]);
    await tamper('delete from audit_entry where agency_id = $1 and seq = 1');
    const logs = await verifyAudit(world.kernel);
    const theirs = logs.find(({ agencyId }) => agencyId === stranger.agencyId);
    expect(theirs).toMatchObject({ rows: 1, broken: null });
    expect(await flawInLog(world)).toBe('WRONG_PLACE 2');
  });
});
