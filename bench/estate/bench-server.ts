import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Database } from '../../src/persistence/database.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/persistence/embedded/start-embedded-postgres.js';
import { migrate } from '../../src/persistence/migrate.js';
import { systemClock } from '../../src/platform/clock.js';
import { createLogger } from '../../src/platform/logger.js';
import { asSuperuser, type Estate, execute } from './estate.js';
import { fillStatements } from './fill-estate.js';

const log = createLogger({ level: 'error' });

/** The PostgreSQL of a run, as `npm start` starts it, in a folder that goes with it. */
export class BenchServer {
  private readonly templates = new Map<number, Promise<string>>();
  private serial = 0;

  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    /** The zone of all brands: one in which no day ends while this runs. */
    private readonly timeZone = zoneAtNoon(),
  ) {}

  static async start(): Promise<BenchServer> {
    const folder = mkdtempSync(join(tmpdir(), 'paceline-bench-'));
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log });
    return new BenchServer(folder, postgres);
  }

  /** A database with so many campaigns: a copy of one that is made when it is first asked for. */
  async openEstate(campaigns: number): Promise<Estate> {
    const template = this.templates.get(campaigns) ?? this.makeTemplate(campaigns);
    this.templates.set(campaigns, template);
    return this.copyOf(await template, campaigns);
  }

  async version(): Promise<string> {
    const client = new pg.Client({ connectionString: asSuperuser(this.postgres.url) });
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    await client.end();
    return rows[0]?.server_version ?? 'unknown';
  }

  async stop(): Promise<void> {
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async copyOf(template: string, campaigns: number): Promise<Estate> {
    const name = `estate_${(this.serial += 1)}`;
    // A copy of the files is not written to the log a second time, but for its checkpoints.
    await this.onServer(
      `create database ${name} template ${template} strategy file_copy owner paceline`,
    );
    const copies: Estate[] = [];
    const url = this.urlOf(name);
    return {
      url,
      superuserUrl: asSuperuser(url),
      campaigns,
      timeZone: this.timeZone,
      execute: (...statements) => execute(asSuperuser(url), statements),
      copy: async () => {
        const copy = await this.copyOf(name, campaigns);
        copies.push(copy);
        return copy;
      },
      drop: async () => {
        for (const copy of copies.splice(0)) await copy.drop();
        await this.onServer(`drop database if exists ${name} with (force)`);
      },
    };
  }

  private async makeTemplate(campaigns: number): Promise<string> {
    const name = `template_${campaigns}`;
    await this.onServer(`create database ${name} owner paceline`);
    const url = this.urlOf(name);
    const database = await Database.open({ url, maxConnections: 2, log });
    try {
      await migrate(database);
    } finally {
      await database.close();
    }
    const { timeZone } = this;
    await execute(
      asSuperuser(url),
      fillStatements(campaigns, { now: systemClock.now(), timeZone }),
    );
    return name;
  }

  private urlOf(database: string): string {
    return this.postgres.url.replace(/\/paceline$/, `/${database}`);
  }

  private async onServer(statement: string): Promise<void> {
    await execute(asSuperuser(this.postgres.url), [statement]);
  }
}

function zoneAtNoon(): string {
  const hour = new Date().getUTCHours();
  return hour >= 6 && hour < 18 ? 'UTC' : 'Asia/Tokyo';
}
