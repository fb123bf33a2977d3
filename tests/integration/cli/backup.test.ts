import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Caller } from '../../../src/domain/access/caller.js';
import { CARRIED_TABLES, LEFT_TABLES } from '../../../src/persistence/backup/carried-tables.js';
import { BackupFileError } from '../../../src/services/backup/backup-file-error.js';
import { restoreBackup, RestoreRefusedError } from '../../../src/services/backup/restore-backup.js';
import { saveBackup } from '../../../src/services/backup/save-backup.js';
import { verifyCounters } from '../../../src/services/ledger/verify-counters.js';
import { resetBudgets } from '../../../src/services/budgets/reset-budgets.js';
import type { BookKernel } from '../../../src/services/kernel.js';
import type { ClaimResult } from '../../../src/services/spend/claim-group.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import { recordClaims } from '../../../src/services/spend/record-claims.js';
import { fillAccess } from '../../support/access/fill-access.js';
import { accepted } from '../../support/accepted.js';
import { contentOf } from '../../support/database-content.js';
import { useOtherDatabases } from '../../support/other-databases.js';
import { useTemporaryFolder } from '../../support/temporary-folder.js';
import { useWorld, type World } from '../../support/world.js';

const world = useWorld();
const files = useTemporaryFolder();
const anotherDatabase = useOtherDatabases(world);

/** What a backup that failed or succeeded left beside its file. */
function filesBeside(path: string): readonly string[] {
  const name = basename(path);
  return readdirSync(dirname(path)).filter((file) => file.startsWith(name) && file !== name);
}

/** Some of everything: texts that COPY must quote, exhausted caps, refunds, resets, closed days. */
async function fill(filled: World): Promise<void> {
  const name = 'Back\\slash "Ümlaut" \u{1F980}';
  const { brand } = await filled.aBrand({ name, externalId: 'a\\nb', currency: 'KWD' });
  const { campaign } = await filled.aCampaign({
    brandId: brand.id,
    dailyBudget: '5.125',
    windows: [{ days: ['FRIDAY'], startMinute: 1_320, endMinute: 120 }],
    idempotencyKey: 'once',
  });
  for (let i = 0; i < 50; i += 1) await filled.aSpend(campaign.id, '0.200001');
  filled.at('2026-07-17T23:00:00.000Z');
  const entry = await filled.aSpend(campaign.id, '7');
  const refund = { entryId: entry.id, amount: '2', eventId: 'back', source: 'api' };
  accepted(await recordRefund(filled.kernel, filled.caller, refund));
  const reset = { ids: [campaign.id], period: 'DAY' } as const;
  accepted(await resetBudgets(filled.kernel, filled.caller, reset));
  await fillAccess(filled, brand.id);
  await filled.rows(`insert into test_clock (now) values ('2026-07-17T23:00:00Z')`);
  await filled.rows(`insert into job_run (name, last_error) values ('budget-check', 'line\nline')`);
}

let saved: string;
let content: Record<string, readonly unknown[]>;
let caller: Caller;

beforeAll(async () => {
  await world.begin();
  ({ caller } = world);
  await fill(world);
  content = await contentOf(world.kernel.database);
  saved = files.path('saved.gz');
  await saveBackup(world.kernel, { path: saved, force: false });
});

async function spendSomething(kernel: BookKernel, eventId: string): Promise<ClaimResult> {
  const [campaign] = await kernel.database.everywhere.rows<{ id: string }>(
    'select id from campaign limit 1',
  );
  const { results } = await recordClaims(kernel, [
    {
      kind: 'SPEND',
      namedBy: 'campaignId',
      name: campaign?.id ?? '',
      amountMicros: 1n,
      currency: null,
      occurredAt: null,
      imported: false,
      eventId,
      source: 'test',
      path: [],
      caller,
    },
  ]);
  const [result] = results;
  if (result === undefined) throw new Error('a claim has a result');
  return result;
}

describe('a backup', () => {
  test('brings everything back into an empty database, where it goes on', async () => {
    const kernel = await anotherDatabase();
    const header = await restoreBackup(kernel, { path: saved, force: false });
    expect({ ...(await contentOf(kernel.database)), audit_head: content['audit_head'] }).toEqual(
      content,
    );
    const counts = header.tables.map(({ name, rows }) => [name, rows]);
    expect(counts).toEqual(Object.entries(content).map(([name, rows]) => [name, rows.length]));
    expect(Object.entries(content).filter(([, rows]) => rows.length === 0)).toEqual([]);
    expect((await verifyCounters(kernel)).differences).toBe(0);
    const xids = await kernel.database.everywhere.rows(
      'select distinct xid::text as xid from status_change',
    );
    expect(xids).toEqual([{ xid: '0' }]);
    await expect(kernel.database.everywhere.rows('delete from spend_entry')).rejects.toThrow(
      'append-only',
    );
    expect(await spendSomething(kernel, 'after the restore')).toMatchObject({
      outcome: 'RECORDED',
    });
    expect((await verifyCounters(kernel)).differences).toBe(0);
  });

  test('is one moment’s, whoever is writing meanwhile', async () => {
    const source = await anotherDatabase();
    await restoreBackup(source, { path: saved, force: false });
    const path = files.path('busy.gz');
    const writing = new AbortController();
    const writer = async (): Promise<void> => {
      for (let i = 0; !writing.signal.aborted; i += 1) await spendSomething(source, `busy ${i}`);
    };
    const written = writer();
    const { header } = await saveBackup(source, { path, force: false });
    writing.abort();
    await written;
    const target = await anotherDatabase();
    await restoreBackup(target, { path, force: false });
    expect(await verifyCounters(target)).toMatchObject({
      differences: 0,
      entries: header.tables.find(({ name }) => name === 'spend_entry')?.rows,
    });
  });

  test('is for its owner’s eyes, and takes no other file’s place unless it must', async () => {
    expect(statSync(saved).mode & 0o777).toBe(0o600);
    const again = saveBackup(world.kernel, { path: saved, force: false });
    await expect(again).rejects.toThrow('exists already');
    const path = files.write('old.gz', 'something else');
    await saveBackup(world.kernel, { path, force: true });
    expect(readFileSync(path).length).toBeGreaterThan(1_000);
    expect(filesBeside(path)).toEqual([]);
  });

  test('leaves nothing behind where it cannot be written', async () => {
    const path = files.path('no such folder/saved.gz');
    await expect(saveBackup(world.kernel, { path, force: false })).rejects.toThrow('ENOENT');
  });

  test('carries every table that there is, or leaves it on purpose', async () => {
    const tables = await world.rowsAsOwner<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema()`,
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      [...CARRIED_TABLES, ...LEFT_TABLES].toSorted(),
    );
  });

  test('carries no table whose keys the database counts', async () => {
    // A restore would have to set such a count; nothing here needs it.
    const counted = await world.rows<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = current_schema() and is_identity = 'YES' and table_name = any($1)`,
      [CARRIED_TABLES],
    );
    expect(counted).toEqual([]);
  });
});

describe('a restore', () => {
  test('refuses a database that is not empty, and replaces all of it with force', async () => {
    const kernel = await anotherDatabase();
    await restoreBackup(kernel, { path: saved, force: false });
    await spendSomething(kernel, 'soon forgotten');
    const refused = restoreBackup(kernel, { path: saved, force: false });
    await expect(refused).rejects.toThrow(RestoreRefusedError);
    expect(await contentOf(kernel.database)).not.toEqual(content);
    await restoreBackup(kernel, { path: saved, force: true });
    expect({ ...(await contentOf(kernel.database)), audit_head: content['audit_head'] }).toEqual(
      content,
    );
    expect(await kernel.database.everywhere.rows('select 1 from outbox')).toEqual([]);
    await expect(kernel.database.pool.query('truncate spend_entry')).rejects.toThrow('append-only');
  });

  test('refuses a database on which another process works', async () => {
    const kernel = await anotherDatabase();
    const { connectionString } = kernel.database.pool.options;
    const other = new pg.Client({ connectionString, application_name: 'paceline' });
    await other.connect();
    const refused = restoreBackup(kernel, { path: saved, force: true });
    await expect(refused).rejects.toThrow('Paceline is running on this database (1 connections)');
    await other.end();
    expect(await kernel.database.everywhere.rows('select 1 from brand')).toEqual([]);
  });

  test('refuses what another version saved', async () => {
    const kernel = await anotherDatabase();
    await kernel.database.pool.query(`insert into schema_migration (name) values ('9999-later')`);
    const refused = restoreBackup(kernel, { path: saved, force: false });
    await expect(refused).rejects.toThrow('here it is 9999-later');
  });

  test('changes nothing if the database refuses a row at the end', async () => {
    const kernel = await anotherDatabase();
    await restoreBackup(kernel, { path: saved, force: false });
    await spendSomething(kernel, 'to be kept');
    const before = await contentOf(kernel.database);
    await kernel.database.pool.query(
      `create function refuse() returns trigger language plpgsql as $$
       begin raise exception 'not this one'; end $$;
       create trigger refuse before insert on idempotency_key execute function refuse()`,
    );
    const failed = restoreBackup(kernel, { path: saved, force: true });
    await expect(failed).rejects.toThrow('not this one');
    expect(await contentOf(kernel.database)).toEqual(before);
    await expect(kernel.database.everywhere.rows('delete from spend_entry')).rejects.toThrow(
      'append-only',
    );
  });
});

describe('a damaged backup', () => {
  const lines = (): string[] => gunzipSync(readFileSync(saved)).toString('utf8').split('\n');
  const write = (text: string): string => files.write('damaged.gz', gzipSync(text));

  /** How a restore refuses a file; nothing is changed. */
  async function refusalOf(path: string): Promise<string> {
    const kernel = await anotherDatabase();
    const before = await contentOf(kernel.database);
    const refusal = await restoreBackup(kernel, { path, force: true }).catch(
      (error: unknown) => error,
    );
    expect(await contentOf(kernel.database)).toEqual(before);
    if (!(refusal instanceof BackupFileError)) throw new Error('not refused', { cause: refusal });
    return refusal.message;
  }

  test.each([0.01, 0.5, 0.99])(
    'is refused if it is cut short at %d of its length',
    async (part) => {
      const whole = readFileSync(saved);
      const path = files.write('short.gz', whole.subarray(0, Math.floor(whole.length * part)));
      expect(await refusalOf(path)).toBe('The backup is cut short.');
    },
  );

  test('is refused if a byte of it is another', async () => {
    const bytes = readFileSync(saved);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    expect(await refusalOf(files.write('flipped.gz', bytes))).toMatch(/damaged|changed|cut short/);
  });

  test('is refused if somebody changed, added or removed a row', async () => {
    const [format = '', header = '', ...rows] = lines();
    const changed = rows.map((row) => row.replace('slash', 's1ash'));
    expect(await refusalOf(write([format, header, ...changed].join('\n')))).toBe(
      'The backup was changed: its table brand is not what was saved.',
    );
    expect(await refusalOf(write([format, header, ...rows, 'more'].join('\n')))).toBe(
      'The backup has more in it than it says.',
    );
    expect(await refusalOf(write([format, header, ...rows.slice(1)].join('\n')))).toMatch(
      'changed',
    );
  });

  test('is refused if its header is another', async () => {
    const [format = '', header = '', ...rows] = lines();
    const other = header.replace('"madeAt":"2', '"madeAt":"3');
    expect(await refusalOf(write([format, other, ...rows].join('\n')))).toBe(
      'The header of the backup is damaged.',
    );
    const later = format.replace('backup 1 ', 'backup 2 ');
    expect(await refusalOf(write([later, header, ...rows].join('\n')))).toBe(
      'The backup has the format 2; this version of Paceline reads the format 1.',
    );
  });

  test('is told from what is none', async () => {
    expect(await refusalOf(write('brand,date,amount\nb,2018-05-27,5\n'))).toBe(
      'The file is not a backup of Paceline.',
    );
    expect(await refusalOf(write('x'.repeat(10_000)))).toBe(
      'The file is not a backup of Paceline.',
    );
    const plain = files.write('plain.csv', 'brand,date,amount\n');
    expect(await refusalOf(plain)).toBe('The file is damaged, or not a backup of Paceline.');
    expect(await refusalOf(files.write('empty.gz', ''))).toBe('The backup is cut short.');
  });
});
