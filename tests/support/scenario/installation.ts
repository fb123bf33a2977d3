import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { SetClockDocument } from '../../generated/graphql.js';
import { TestApp } from '../test-app.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { Player } from './player.js';

/** Variables of a process's environment. */
export type Environment = Readonly<Record<string, string>>;

/** One process of an installation, played through its API. */
export class Station extends Player {
  constructor(readonly program = new TestApp()) {
    super(() => program.url);
  }

  /** Moves the clock of all processes, doing on the way all that falls due. */
  async setClock(at: string): Promise<void> {
    await this.run(SetClockDocument, { at });
  }

  /** The lines of its log with a message. */
  logged(message: string): readonly object[] {
    return this.program.log.filter(({ msg }) => msg === message);
  }

  async stop(): Promise<void> {
    await this.hangUp();
    await this.program.close();
  }
}

/** A transaction of somebody else, which holds others up until it ends. */
export class Obstacle {
  private constructor(private readonly client: pg.Client) {}

  static async raise(url: string, statement: string): Promise<Obstacle> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('begin');
    await client.query('set local role paceline_service');
    await client.query(statement);
    return new Obstacle(client);
  }

  /** Returns as soon as so many wait for locks, this one's or others'. */
  async holdsUp(count: number): Promise<void> {
    for (;;) {
      // Within a transaction one would go on seeing those who were there at the first look.
      await this.client.query('select pg_stat_clear_snapshot()');
      const { rows } = await this.client.query(
        `select from pg_locks l join pg_stat_activity a using (pid)
         where not l.granted and a.datname = current_database()`,
      );
      if (rows.length >= count) return;
    }
  }

  /** Ends it without a trace. */
  async remove(): Promise<void> {
    await this.client.end();
  }
}

/**
 * Several processes on one database of the test file's own, for what one process alone cannot show,
 * and for what only somebody with access to the database can bring about.
 */
export class Installation {
  private database: TestDatabase | null = null;
  private readonly stations: Station[] = [];

  /** The address of the database. */
  get url(): string {
    if (this.database === null) throw new Error('the database is made before the first test');
    return this.database.url;
  }

  /** Starts a process, in this one, which ends with the test file if it is not stopped before. */
  async start(environment: Environment): Promise<Station> {
    const station = new Station();
    this.stations.push(station);
    await station.program.start({ DATABASE_URL: this.url, ...environment });
    return station;
  }

  /** Runs one statement on the database, behind the program's back. */
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query('set role paceline_service');
      const { rows } = await client.query(text, [...values]);
      return rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Changes a table itself, as only its owner can. */
  async change(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  /** Moves the kept test clock and does nothing of what falls due, as if whoever did had died. */
  async leap(at: string): Promise<void> {
    await this.rows('update test_clock set now = $1', [at]);
  }

  /** Begins a transaction of somebody else with a statement. */
  holdUp(statement: string): Promise<Obstacle> {
    return Obstacle.raise(this.url, statement);
  }

  async open(): Promise<void> {
    this.database = await createTestDatabase();
  }

  async close(): Promise<void> {
    for (const station of this.stations) await station.stop();
    await this.database?.drop();
  }
}

/** The installation of a test file. */
export function useInstallation(): Installation {
  const installation = new Installation();
  beforeAll(() => installation.open());
  afterAll(() => installation.close());
  return installation;
}
