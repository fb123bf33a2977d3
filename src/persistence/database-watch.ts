import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../platform/logger.js';
import { within } from '../platform/within.js';

const INTERVAL_MS = 250;
/** Interval and two of these are less than the 3 s within which a loss must show. */
const ANSWER_TIMEOUT_MS = 1_000;

export interface WatchOptions {
  readonly url: string;
  readonly log: Logger;
  /** Told at each change, and once at the beginning. */
  readonly onChange: (answers: boolean) => void;
}

/**
 * Asks the database a few times a second whether it is there, over a connection of its own: a pool whose
 * connections are all busy must not look like a database that is gone.
 */
export class DatabaseWatch {
  private client: pg.Client | null = null;
  private answers: boolean | null = null;
  private readonly stopping = new AbortController();
  private readonly watching: Promise<void>;

  constructor(private readonly options: WatchOptions) {
    this.watching = this.watch();
  }

  /** Stops asking and closes the connection. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
    await this.disconnect();
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      // A connection may be lost by itself; only a second one that fails says that the server is.
      this.report((await this.ask()) || (await this.ask()));
      await sleep(INTERVAL_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private async ask(): Promise<boolean> {
    try {
      await Promise.race([this.query(), tooLate()]);
      return true;
    } catch {
      // Whether a connection that failed can be closed in order is not worth waiting for.
      void this.disconnect();
      return false;
    }
  }

  private async query(): Promise<void> {
    this.client ??= await this.connect();
    await this.client.query('select 1');
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.options.url,
      connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
      application_name: 'paceline watch',
    });
    // The next question finds out by itself.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  private async disconnect(): Promise<void> {
    const client = this.client;
    this.client = null;
    if (client) await within(ANSWER_TIMEOUT_MS, client.end()).catch(() => undefined);
  }

  private report(answers: boolean): void {
    if (answers === this.answers || this.stopping.signal.aborted) return;
    if (!answers) this.options.log.error('the database does not answer');
    else if (this.answers === false) this.options.log.info('the database answers again');
    this.answers = answers;
    this.options.onChange(answers);
  }
}

/** Fails when the time for an answer is up, not because we were too busy to take note of it. */
async function tooLate(): Promise<never> {
  await sleep(ANSWER_TIMEOUT_MS, undefined, { ref: false });
  await nextTurn();
  throw new Error('The database did not answer in time.');
}
