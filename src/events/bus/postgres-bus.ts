import pg from 'pg';
import { Backoff } from '../backoff.js';
import { realTimer } from '../timer.js';
import { pause } from '../until-available.js';
import { type Bus, BUS_PACE, type BusPace, type BusSettings } from './bus.js';
import { MergedCalls } from './merged-calls.js';

const CHANNEL = 'paceline_live';
const CONNECT_TIMEOUT_MS = 2_000;
/** How long to wait for a server that does not answer any more. */
const FAREWELL_MS = 500;
const FIRST_RECONNECT_MS = 50;
const LAST_RECONNECT_MS = 2_000;

/**
 * The bus on LISTEN and NOTIFY, on a connection of its own: a NOTIFY inside the transactions that
 * write would make them queue for one lock.
 */
export class PostgresBus implements Bus {
  private client: pg.Client | null = null;
  /** The server's name for the connection while it listens; null while it does not. */
  private listener: number | null = null;
  private onSignal: () => void = () => undefined;
  private readonly pace: BusPace;
  private cancelNext: () => void = () => undefined;
  private readonly reconnects = new Backoff(FIRST_RECONNECT_MS, LAST_RECONNECT_MS);
  private readonly notifications = new MergedCalls(() => this.notify());

  constructor(private readonly settings: BusSettings) {
    this.pace = settings.pace ?? BUS_PACE;
  }

  publish(): void {
    this.notifications.request();
  }

  subscribe(onSignal: () => void): void {
    this.onSignal = onSignal;
    void this.connect();
  }

  async close(): Promise<void> {
    const { client } = this;
    this.forget();
    this.onSignal = () => undefined;
    if (client === null) return;
    const ended = client.end().catch(() => undefined);
    await Promise.race([ended, pause(realTimer, FAREWELL_MS)]);
  }

  private async connect(): Promise<void> {
    const client = this.createClient();
    this.client = client;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      if (this.client === client) this.begin(rows[0]?.pid ?? 0);
    } catch {
      this.lose(client);
    }
  }

  private createClient(): pg.Client {
    const client = new pg.Client({
      connectionString: this.settings.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: this.pace.answerMs,
      application_name: 'paceline bus',
      keepAlive: true,
    });
    const lose = (): void => {
      this.lose(client);
    };
    client.on('error', lose).on('end', lose);
    client.on('notification', ({ processId }) => {
      if (processId !== this.listener) this.onSignal();
    });
    return client;
  }

  private begin(listener: number): void {
    this.listener = listener;
    this.reconnects.reset();
    this.beat();
    // What the others signalled in between was not heard, and what was published not sent.
    this.onSignal();
    this.publish();
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.forget();
    client.end().catch(() => undefined);
    const delayMs = this.reconnects.next();
    this.settings.log.debug({ delayMs }, 'the bus lost its connection');
    this.cancelNext = realTimer.after(delayMs, () => void this.connect());
  }

  private forget(): void {
    this.cancelNext();
    this.client = null;
    this.listener = null;
  }

  private async notify(): Promise<void> {
    const { client } = this;
    if (client === null || this.listener === null) return;
    try {
      await client.query(`notify ${CHANNEL}`);
    } catch {
      this.lose(client);
    }
  }

  private beat(): void {
    this.cancelNext = realTimer.after(this.pace.heartbeatMs, () => {
      this.publish();
      this.beat();
    });
  }
}
