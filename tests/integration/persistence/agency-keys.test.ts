import { describe, expect, test } from '@jest/globals';
import { useWorld } from '../../support/world.js';

const world = useWorld();

/** Small, and wanted beside the rows of any agency: where tables are distributed, a copy on each server. */
const REFERENCE: Record<string, string> = {
  agency: 'what all others point to',
  person: 'may be a member of several agencies',
};

/** Of the installation, not of its agencies: these stay on one server. */
const LOCAL: Record<string, string> = {
  agenda_jobs: 'when the jobs look again',
  job_run: 'how they went',
  session: "is a person's; its agency_id is only where they were last",
  password_link: "is a person's",
  outbox_mark: 'from which transaction on the outbox is kept',
  schema_migration: 'which migrations have run',
  sign_in_attempt: 'is counted by address, before anybody knows who it is',
  test_clock: 'one row',
};

const BESIDE = [...Object.keys(REFERENCE), ...Object.keys(LOCAL)];

/** Every table with whether it has an agency_id. */
const TABLES = `
  select c.relname as name, exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id'
      and not a.attisdropped) as "ofAgencies"
  from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
  order by 1`;

/** What keeps rows apart (keys, unique indexes, exclusions), and by which columns. */
const UNIQUE = `
  select t.relname as table, i.relname as name, x.indisprimary as "isPrimary",
    array(select a.attname::text from unnest(x.indkey) k
      join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k) as columns
  from pg_index x
  join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
  where (x.indisunique or x.indisexclusion) and t.relnamespace = current_schema()::regnamespace
  order by 1, 2`;

/** Foreign keys as pairs of columns. */
const FOREIGN = `
  select f.conname as name, f.conrelid::regclass::text as "from", f.confrelid::regclass::text as "to",
    array(select a.attname || ' -> ' || b.attname from unnest(f.conkey, f.confkey) as k (one, other)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.one
      join pg_attribute b on b.attrelid = f.confrelid and b.attnum = k.other) as pairs
  from pg_constraint f
  where f.contype = 'f' and f.connamespace = current_schema()::regnamespace
  order by 1`;

interface UniqueIndex {
  readonly table: string;
  readonly name: string;
  readonly isPrimary: boolean;
  readonly columns: readonly string[];
}

interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly string[];
}

const isDistributed = (table: string): boolean => !BESIDE.includes(table);

describe('the tables could be distributed by agency as they are', () => {
  test('each has an agency_id, but for those that are named here with the reason', async () => {
    const tables = await world.rows<{ name: string; ofAgencies: boolean }>(TABLES);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(BESIDE));
    const without = tables.filter(({ ofAgencies }) => !ofAgencies).map(({ name }) => name);
    expect(without).toEqual(BESIDE.filter((name) => name !== 'session').toSorted());
    expect(tables.length - BESIDE.length).toBeGreaterThan(15);
  });

  test('each has a primary key, and nothing is unique across agencies', async () => {
    const indexes = await world.rows<UniqueIndex>(UNIQUE);
    const own = indexes.filter(({ table }) => isDistributed(table));
    expect(own.filter(({ columns }) => !columns.includes('agency_id'))).toEqual([]);
    const tables = await world.rows<{ name: string }>(TABLES);
    const keyed = own.filter(({ isPrimary }) => isPrimary).map(({ table }) => table);
    expect(keyed).toEqual(tables.map(({ name }) => name).filter(isDistributed));
  });

  test('foreign keys between them carry it on both sides, and the others lead to copies', async () => {
    const keys = await world.rows<ForeignKey>(FOREIGN);
    const between = keys.filter(({ from, to }) => isDistributed(from) && isDistributed(to));
    expect(between.length).toBeGreaterThan(10);
    expect(between.filter(({ pairs }) => !pairs.includes('agency_id -> agency_id'))).toEqual([]);
    const others = keys.filter((key) => !between.includes(key));
    expect(others.filter(({ to }) => !(to in REFERENCE))).toEqual([]);
  });
});
