import { afterAll, beforeAll } from '@jest/globals';
import { type App, type AppOptions, startApp } from '../../src/app.js';
import { type Environment, loadConfig } from '../../src/config.js';
import { createLogger } from '../../src/platform/logger.js';
import { ADMIN_TOKEN } from '../../bench/admin-key.js';
import { useTestDatabase } from './test-database.js';

/** A line of the program's log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: GraphqlBody;
}

/** The JSON of an answer of the API. */
export interface GraphqlBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Serves the API and nothing else: what runs by itself only disturbs, and takes long to let go. */
const QUIET: Environment = { PORT: '0', ROLES: 'api', DEMO: 'off', LOG_LEVEL: 'info' };

/** The token of the first administrator in every test. */
export { ADMIN_TOKEN };
/** What the history and the audit log call whoever uses it. */
export const ADMIN_NAME = 'First key';

/** The headers that let somebody in. */
export function bearer(token = ADMIN_TOKEN): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/** The whole program in this process, on a port of its own, with what it logs kept. */
export class TestApp {
  readonly log: LogLine[] = [];
  private running: App | undefined;

  get app(): App {
    if (this.running === undefined) throw new Error('the app is started before the first test');
    return this.running;
  }

  get url(): string {
    return this.app.url;
  }

  get socketUrl(): string {
    return `${this.url.replace(/^http/, 'ws')}/graphql`;
  }

  async start(environment: Environment, options: Partial<AppOptions> = {}): Promise<void> {
    const config = loadConfig({ ...QUIET, BOOTSTRAP_TOKEN: ADMIN_TOKEN, ...environment });
    const write = (line: string): void => {
      this.log.push(JSON.parse(line) as LogLine);
    };
    const log = createLogger({ level: config.logLevel, destination: { write } });
    const databaseUrl = config.databaseUrl ?? '';
    this.running = await startApp(config, { log, databaseUrl, ...options });
  }

  async close(): Promise<void> {
    await this.running?.close();
  }

  /** Sends one operation by POST. */
  async ask(query: string, variables?: object): Promise<Answer> {
    return this.post(JSON.stringify({ query, variables }));
  }

  /** Sends any body by POST, as the first administrator if nobody else is named. */
  async post(body: string, headers: Readonly<Record<string, string>> = bearer()): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const { status } = response;
    return { status, headers: response.headers, body: (await response.json()) as GraphqlBody };
  }
}

/** The program for a test file, on a database of the file's own. */
export function useApp(environment: Environment = {}): TestApp {
  const app = new TestApp();
  // Hooks run in this order: the database is dropped when nothing is connected to it any more.
  afterAll(() => app.close());
  const database = useTestDatabase();
  beforeAll(() => app.start({ DATABASE_URL: database.url, ...environment }));
  return app;
}

/** The codes of an answer's errors. */
export function codesOf({ body }: Answer): readonly unknown[] {
  return (body.errors ?? []).map(({ extensions }) => extensions['code']);
}
