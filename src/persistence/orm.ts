import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import pg, { type Pool } from 'pg';
import { ALL_ENTITIES } from '../entities/all-entities.js';
import type { Logger } from '../platform/logger.js';
import { EngineMigration } from './migrations/0001-engine.js';
import { AccessMigration } from './migrations/0002-access.js';
import { ListsMigration } from './migrations/0003-lists.js';
import { AgencyKeysMigration } from './migrations/0004-agency-keys.js';
import { HotPathMigration } from './migrations/0005-hot-path.js';
import { preparingPool } from './preparing-pool.js';

/** In the order in which they run; a released migration never changes. */
const MIGRATIONS = [
  { name: '0001-engine', class: EngineMigration },
  { name: '0002-access', class: AccessMigration },
  { name: '0003-lists', class: ListsMigration },
  { name: '0004-agency-keys', class: AgencyKeysMigration },
  { name: '0005-hot-path', class: HotPathMigration },
];

/** The ORM on a pool that the caller owns and closes. Makes no connection by itself. */
export async function createOrm(pool: Pool, log: Logger): Promise<MikroORM> {
  const options: Options = {
    entities: ALL_ENTITIES,
    extensions: [Migrator],
    // A name that the server lacks makes the migrator create it and close the pool under us.
    dbName: databaseOf(pool),
    driverOptions: new PostgresDialect({ pool: preparingPool(pool) }),
    discovery: { warnWhenNoEntities: true },
    forceUndefined: false,
    colors: false,
    logger: (message) => {
      log.debug(message);
    },
    migrations: {
      tableName: 'schema_migration',
      migrationsList: MIGRATIONS,
      snapshot: false,
      transactional: true,
      allOrNothing: true,
    },
  } as const;
  return MikroORM.init(options);
}

/** As the pool's connections will resolve it, from the address or what stands in for its parts. */
function databaseOf({ options }: Pool): string {
  return new pg.Client(options).database ?? 'postgres';
}
