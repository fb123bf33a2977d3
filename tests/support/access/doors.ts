import { type Client, createClient } from 'graphql-ws';
import { type ClientOptions, WebSocket } from 'ws';
import { cookieOf } from '../credentials.js';
import { bearer, type GraphqlBody, type TestApp } from '../test-app.js';
import type { Player } from './cast.js';
import type { Operation } from './operation-text.js';

/** What somebody was answered over HTTP or a websocket; `closed` is the code if the socket was. */
export interface DoorAnswer extends GraphqlBody {
  readonly status?: number;
  readonly closed?: number;
}

/** A way to the API for one player. */
export interface Door {
  ask(operation: Operation): Promise<DoorAnswer>;
  close(): Promise<void>;
}

/** By POST. */
export function httpDoor(app: TestApp, { credential }: Player): Door {
  const headers = credential?.kind === 'KEY' ? bearer(credential.token) : {};
  const cookie = credential?.kind === 'SESSION' ? cookieOf(credential.token) : {};
  return {
    async ask(operation) {
      const { status, body } = await app.post(JSON.stringify(operation), { ...headers, ...cookie });
      return { ...body, status };
    },
    close: () => Promise.resolve(),
  };
}

/** A websocket. */
export class SocketDoor implements Door {
  private readonly client: Client;

  constructor(app: TestApp, { credential }: Player) {
    const cookie = credential?.kind === 'SESSION' ? cookieOf(credential.token) : {};
    const options = { headers: cookie, origin: app.url };
    this.client = createClient({
      url: app.socketUrl,
      connectionParams: credential?.kind === 'KEY' ? bearer(credential.token) : {},
      webSocketImpl: socketWith(options),
      retryAttempts: 0,
      // It stays open between what is asked; what fails is told to whoever asks.
      lazy: false,
      onNonLazyError: () => undefined,
    });
  }

  /** The first answer; of a subscription, the first event. */
  ask(operation: Operation): Promise<DoorAnswer> {
    const { promise, resolve } = Promise.withResolvers<DoorAnswer>();
    this.listen(operation, resolve);
    return promise;
  }

  /** Begins a subscription and keeps what it hears. */
  watch(operation: Operation): DoorAnswer[] {
    const heard: DoorAnswer[] = [];
    this.listen(operation, (answer) => heard.push(answer));
    return heard;
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private listen(operation: Operation, hear: (answer: DoorAnswer) => void): void {
    this.client.subscribe<NonNullable<GraphqlBody['data']>>(
      { query: operation.query, variables: { ...operation.variables } },
      {
        next: (result) => {
          hear(result as DoorAnswer);
        },
        error: (reason) => {
          hear(refusalOf(reason));
        },
        complete: () => undefined,
      },
    );
  }
}

function refusalOf(reason: unknown): DoorAnswer {
  if (Array.isArray(reason)) return { errors: reason as NonNullable<GraphqlBody['errors']> };
  if (typeof reason === 'object' && reason !== null && 'code' in reason) {
    return { closed: Number(reason.code) };
  }
  throw new Error('the socket failed', { cause: reason });
}

/** A websocket as a browser opens it: with its cookie, from a page. */
function socketWith(options: ClientOptions) {
  return class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, options);
    }
  };
}
