import { type Client, createClient } from 'graphql-ws';
import { bearer } from '../test-app.js';
import { Recorder } from '../scenario/recorder.js';

/** An operation with its variables. */
export interface PageRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where an error stands in the request, and what an answer cost, is of no use to a reader. */
const UNINTERESTING: ReadonlySet<string> = new Set(['locations', 'cost']);

/** Leaves that out, and the extensions that held nothing else. */
function interesting(key: string, value: unknown): unknown {
  const isEmptied = key === 'extensions' && Object.keys(Object(value) as object).length === 0;
  return UNINTERESTING.has(key) || isEmptied ? undefined : value;
}

/** Sends what a page shows, and shows what comes back just as it is. */
export class PageClient {
  private socket: Client | null = null;
  private events: Recorder<unknown> | null = null;

  /** `address` is asked each time: the server is there only when the tests run. */
  constructor(private readonly address: () => string) {}

  get url(): string {
    return this.address();
  }

  /** The whole answer. */
  async send(request: PageRequest): Promise<unknown> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer() },
      body: JSON.stringify(request),
    });
    return JSON.parse(await response.text(), interesting);
  }

  /** Subscribes in place of what was subscribed to before, and returns once the server has. */
  async subscribe(request: PageRequest): Promise<void> {
    this.events?.end();
    const recorder = new Recorder<unknown>();
    this.events = recorder;
    this.socket ??= createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      connectionParams: bearer(),
      retryAttempts: 0,
      lazyCloseTimeout: 60_000,
    });
    recorder.endWith(this.socket.subscribe<unknown>(request, recorder.sink));
    await roundTrip(this.socket);
  }

  /** What is delivered next. */
  async nextEvent(): Promise<unknown> {
    if (this.events === null) throw new Error('nothing is subscribed to');
    return this.events.next();
  }

  async hangUp(): Promise<void> {
    await this.socket?.dispose();
  }
}

/** The server handles the messages of a socket in order: its answer says it has handled those before. */
async function roundTrip(socket: Client): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const complete = (): void => {
    resolve(undefined);
  };
  const sink = { next: () => undefined, complete, error: reject };
  socket.subscribe({ query: '{ __typename }' }, sink);
  await promise;
}
