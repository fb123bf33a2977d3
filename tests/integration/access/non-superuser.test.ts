import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ISOLATION_ROLES } from '../../../src/persistence/migrations/isolation.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import { accepted, refusals } from '../../support/accepted.js';
import { brandPatch } from '../../support/requests.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';

/** A user that may do nothing but what the owner of a database may, and take the roles of the wall. */
const OWNER = `paceline_owner_${process.pid}`;
const PASSWORD = 'of an ordinary user';
const WALL = Object.values(ISOLATION_ROLES).join(', ');

const serverUrl = process.env['TEST_SERVER_URL'] ?? '';
const world = new World();
const app = new TestApp();

function addressOf(user: string, password: string): string {
  const url = new URL(serverUrl);
  Object.assign(url, { username: user, password, pathname: `/${OWNER}` });
  return url.href;
}

const databaseUrl = addressOf(OWNER, PASSWORD);

/** The owner may take the roles of the wall, and has nothing of them by itself. */
async function createOwner(): Promise<void> {
  const [row] = await onServer("select current_setting('server_version_num')::int as version");
  // Whether rights are inherited is said of each grant from version 16 on, and of the user before.
  const isOld = Number(row?.['version']) < 160_000;
  const [user, grant] = isOld ? ['noinherit', ''] : ['inherit', 'with inherit false, set true'];
  await onServer(
    `create role ${OWNER} login ${user} nocreaterole nosuperuser nocreatedb nobypassrls
     password '${PASSWORD}'`,
    // Roles are the cluster's, and this run's other databases have made these: see docs/operations.md.
    `grant ${WALL} to ${OWNER} ${grant}`,
  );
}

function onServer(...statements: readonly string[]) {
  return asSuperuser(serverUrl, statements);
}

async function asSuperuser(
  connectionString: string,
  statements: readonly string[],
): Promise<readonly Record<string, unknown>[]> {
  const server = new pg.Client({ connectionString });
  await server.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) {
      ({ rows } = await server.query<Record<string, unknown>>(statement));
    }
    return rows;
  } finally {
    await server.end();
  }
}

beforeAll(async () => {
  await createOwner();
  await onServer(
    // Whoever gives a database to a role must be able to take that role.
    `grant ${OWNER} to current_user`,
    `create database ${OWNER} owner ${OWNER}`,
  );
  // What owns a database has by that is inherited too.
  const inDatabase = Object.assign(new URL(serverUrl), { pathname: `/${OWNER}` }).href;
  await asSuperuser(inDatabase, [`grant create on schema public to ${OWNER}`]);
  // The program migrates, as everywhere.
  await app.start({ DATABASE_URL: databaseUrl });
  await world.open(databaseUrl);
  await world.begin();
});

afterAll(async () => {
  await world.close();
  await app.close();
  await onServer(`drop database ${OWNER}`, `revoke ${WALL} from ${OWNER}`, `drop role ${OWNER}`);
});

describe('with a user of the database that is no superuser', () => {
  test('the migrations have run, and all tables are that user’s', async () => {
    const [user] = await world.rowsAsOwner(
      `select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcreatedb as db
       from pg_roles where rolname = current_user`,
    );
    expect(user).toEqual({ name: OWNER, super: false, bypass: false, db: false });
    const owners = await world.rowsAsOwner(
      `select distinct relowner::regrole::text as owner from pg_class
       where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
    );
    expect(owners).toEqual([{ owner: OWNER }]);
  });

  test('the program serves, and its jobs run', async () => {
    const run =
      'mutation { runJob(name: "budget-check") { job { lastError } userErrors { code } } }';
    const { body } = await app.ask(run);
    expect(body.data).toEqual({ runJob: { job: { lastError: null }, userErrors: [] } });
    const { body: names } = await app.ask('{ agency { name } me { actor { name } } }');
    expect(names.errors).toBeUndefined();
  });

  test('money is recorded, caps hold, and refunds free them', async () => {
    const { brand } = await world.aBrand({ monthlyBudget: '10' });
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    const { id: entryId } = await world.aSpend(campaign.id, '10');
    expect((await world.campaignNow(campaign.id)).campaign.state.status).toBe('PAUSED');
    const refund = { entryId, amount: '1', eventId: 'refund', source: 'api' };
    accepted(await recordRefund(world.kernel, world.caller, refund));
    expect((await world.campaignNow(campaign.id)).campaign.state.status).toBe('ACTIVE');
  });
});

describe('the wall stands for such a user', () => {
  test('whoever takes no role sees nothing, not even as the owner of the tables', async () => {
    const { brand } = await world.aBrand();
    const count = 'select count(*)::int as count from brand';
    expect(await world.rowsAsOwner(count)).toEqual([{ count: 0 }]);
    const change = `update brand set name = 'Stolen' where id = $1 returning 1`;
    expect(await world.rowsAsOwner(change, [brand.id])).toEqual([]);
    const add = `insert into agency (id, name, created_at) values (gen_random_uuid(), 'X', now())`;
    await expect(world.rowsAsOwner(add)).rejects.toThrow('row-level security');
  });

  test('another agency sees and changes nothing', async () => {
    const { brand } = await world.aBrand({ name: 'Ours' });
    const stranger = await world.aStranger();
    const theirs = world.kernel.database.within(stranger);
    expect(await theirs.rows('select id from brand')).toEqual([]);
    const patch = brandPatch({ id: brand.id, name: 'Stolen' });
    const refused = await updateBrand(world.kernel, stranger, patch);
    expect(refusals(refused)).toEqual(['input.id NOT_FOUND']);
    const move = theirs.rows('insert into audit_head (agency_id, seq, hash) values ($1, 0, $2)', [
      world.caller.agencyId,
      '',
    ]);
    await expect(move).rejects.toThrow();
    expect((await world.brandNow(brand.id)).brand.name).toBe('Ours');
  });

  test('some brands are all that somebody confined to them sees', async () => {
    const { brand } = await world.aBrand();
    await world.aBrand();
    const confined = world.kernel.database.within({ ...world.caller, brandIds: [brand.id] });
    expect(await confined.rows('select id from brand')).toEqual([{ id: brand.id }]);
    await expect(confined.rows('select from api_key')).rejects.toThrow('permission denied');
  });
});
