import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Caller, wholeAgency } from '../../../src/domain/access/caller.js';
import { BrandEntity } from '../../../src/entities/brand.js';
import { CampaignEntity } from '../../../src/entities/campaign.js';
import type { UnitOfWork } from '../../../src/persistence/unit-of-work.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

/** In another agency: a brand with a campaign that has spent, and whoever may do everything there. */
let stranger: Caller;
let foreign: { readonly brandId: string; readonly campaignId: string };
let ownBrandId: string;

beforeEach(async () => {
  stranger = await world.aStranger();
  const theirs = world.as(stranger);
  const { brand } = await theirs.aBrand({ name: 'Theirs', dailyBudget: '100' });
  const { campaign } = await theirs.aCampaign({
    brandId: brand.id,
    windows: [{ days: ['MONDAY'], startMinute: 0, endMinute: 60 }],
  });
  await theirs.aSpend(campaign.id, '5');
  foreign = { brandId: brand.id, campaignId: campaign.id };
  ownBrandId = (await world.aBrand({ name: 'Ours' })).brand.id;
});

function inOwnAgency<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
  return world.kernel.database.within(world.caller).write(work);
}

async function foreignBrandName(): Promise<string | undefined> {
  const [row] = await world.rows<{ name: string }>('select name from brand where id = $1', [
    foreign.brandId,
  ]);
  return row?.name;
}

describe('every table with rows of agencies', () => {
  test('forces row-level security', async () => {
    const tables = await world.rows<{ name: string; walled: boolean }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
         and a.attname = 'agency_id' and not a.attisdropped`,
    );
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ walled }) => !walled)).toEqual([]);
  });

  test('keeps the foreign keys between them within an agency', async () => {
    const loose = await world.rows(
      `select conrelid::regclass as table, conname from pg_constraint f
       where contype = 'f' and connamespace = current_schema()::regnamespace
         and confrelid in (select attrelid from pg_attribute where attname = 'agency_id')
         and conrelid in (select attrelid from pg_attribute where attname = 'agency_id')
         and not exists (select from pg_attribute a
           where a.attrelid = conrelid and a.attnum = any(conkey) and a.attname = 'agency_id')`,
    );
    expect(loose).toEqual([]);
  });

  test('shows nothing to whoever has taken no role', async () => {
    const { rows } = await world.kernel.database.pool.query<{ count: number; super: boolean }>(
      `select (select count(*)::int from brand) as count, rolsuper as super
       from pg_roles where rolname = current_user`,
    );
    // A superuser is held by no policy: then only the roles that are taken are.
    expect(rows[0]?.super === true || rows[0]?.count === 0).toBe(true);
  });
});

describe('raw SQL in an agency’s unit of work', () => {
  test.each(['brand', 'campaign', 'schedule_window', 'counter', 'spend_entry', 'outbox'])(
    'reads no row of another agency from %s',
    async (table) => {
      const count = `select count(*)::int as count from ${table} where agency_id = $1`;
      const [there] = await world.rows<{ count: number }>(count, [stranger.agencyId]);
      const [seen] = await inOwnAgency((unit) =>
        unit.rows<{ count: number }>(count, [stranger.agencyId]),
      );
      expect(there?.count).toBeGreaterThan(0);
      expect(seen?.count).toBe(0);
    },
  );

  test('changes no row of another agency', async () => {
    const changed = await inOwnAgency((unit) =>
      unit.rows(`update brand set name = 'Stolen' where id = $1 returning id`, [foreign.brandId]),
    );
    expect(changed).toEqual([]);
    expect(await foreignBrandName()).toBe('Theirs');
  });

  test('adds no row to another agency', async () => {
    const added = inOwnAgency((unit) =>
      unit.rows(
        `insert into counter (agency_id, owner_id, period, date) values ($1, $2, 'DAY', '2026-07-15')`,
        [stranger.agencyId, world.kernel.ids.next(0)],
      ),
    );
    await expect(added).rejects.toThrow('row-level security');
  });

  test('moves no row of its own to another agency', async () => {
    const moved = inOwnAgency((unit) =>
      unit.rows('update brand set agency_id = $1 where id = $2', [stranger.agencyId, ownBrandId]),
    );
    await expect(moved).rejects.toThrow('row-level security');
  });

  test('points with no row of its own into another agency', async () => {
    const pointing = inOwnAgency((unit) =>
      unit.rows(
        `insert into campaign (agency_id, id, brand_id, name, desired_status, created_at, updated_at,
           version, status, status_since, blockers)
         values ($1, $2, $3, 'Astray', 'ACTIVE', now(), now(), 1, 'ACTIVE', now(), '[]')`,
        [world.caller.agencyId, world.kernel.ids.next(0), foreign.brandId],
      ),
    );
    await expect(pointing).rejects.toThrow('foreign key');
  });
});

describe('the ORM in an agency’s unit of work', () => {
  test('finds nothing of another agency by id, and nothing by a query builder', async () => {
    await inOwnAgency(async ({ em }) => {
      expect(await em.findOne(BrandEntity, { id: foreign.brandId })).toBeNull();
      const built = em.createQueryBuilder(CampaignEntity).where({ id: foreign.campaignId });
      expect(await built.getResultList()).toEqual([]);
    });
  });

  test('changes nothing of another agency by a query builder', async () => {
    await inOwnAgency(async ({ em }) => {
      const theft = em.createQueryBuilder(BrandEntity).update({ name: 'Stolen' });
      await theft.where({ id: foreign.brandId }).execute();
    });
    expect(await foreignBrandName()).toBe('Theirs');
  });

  test('changes nothing of another agency by a reference and a flush', async () => {
    const flushed = inOwnAgency(async ({ em }) => {
      const reference = em.getReference(BrandEntity, foreign.brandId);
      reference.name = 'Stolen';
      await em.flush();
    });
    await flushed.catch(() => undefined);
    expect(await foreignBrandName()).toBe('Theirs');
  });

  test('changes nothing of another agency by an upsert', async () => {
    const [theirs] = await world.rows<Record<string, unknown>>(
      'select * from brand where id = $1',
      [foreign.brandId],
    );
    const upserted = inOwnAgency(({ em }) =>
      em.upsert(BrandEntity, {
        id: foreign.brandId,
        agencyId: world.caller.agencyId,
        name: 'Stolen',
        externalId: null,
        currency: 'EUR',
        timeZone: 'UTC',
        status: 'ACTIVE',
        dailyBudgetMicros: null,
        monthlyBudgetMicros: null,
        day: String(theirs?.['day']),
        dayStartsAt: Number(theirs?.['day_starts_at']),
        dayEndsAt: Number(theirs?.['day_ends_at']),
        month: String(theirs?.['month']),
        monthStartsAt: Number(theirs?.['month_starts_at']),
        monthEndsAt: Number(theirs?.['month_ends_at']),
        createdAt: 0,
        updatedAt: 0,
        version: 1,
      }),
    );
    await expect(upserted).rejects.toThrow();
    expect(await foreignBrandName()).toBe('Theirs');
  });
});

describe('whoever reaches some brands of an agency', () => {
  test('sees and changes these alone, whatever a statement asks for', async () => {
    const { brand: other } = await world.aBrand({ name: 'Not mine' });
    const reach = { ...wholeAgency(world.caller.agencyId), brandIds: [ownBrandId] };
    const database = world.kernel.database.within(reach);
    expect(await database.rows('select id from brand')).toEqual([{ id: ownBrandId }]);
    const changed = await database.rows(
      `update brand set name = 'Mine' where id = $1 returning 1`,
      [other.id],
    );
    expect(changed).toEqual([]);
    const { brand } = await world.brandNow(other.id);
    expect(brand.name).toBe('Not mine');
  });

  test('sees nothing of people, keys and invitations', async () => {
    const reach = { ...wholeAgency(world.caller.agencyId), brandIds: [ownBrandId] };
    for (const table of ['membership', 'invitation', 'api_key', 'person', 'session']) {
      const read = world.kernel.database.within(reach).rows(`select from ${table}`);
      await expect(read).rejects.toThrow('permission denied');
    }
  });
});

describe('a group of agencies whose spend is recorded together', () => {
  test('is all that can be seen and written', async () => {
    const third = await world.aStranger();
    await world.as(third).aBrand();
    const group = world.kernel.database.among([world.caller.agencyId, stranger.agencyId]);
    const [seen] = await group.rows<{ count: number }>('select count(*)::int as count from brand');
    expect(seen?.count).toBe(2);
    const added = group.rows(
      `insert into counter (agency_id, owner_id, period, date) values ($1, $2, 'DAY', '2026-07-15')`,
      [third.agencyId, world.kernel.ids.next(0)],
    );
    await expect(added).rejects.toThrow('row-level security');
  });
});
