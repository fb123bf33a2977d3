import { type Client, createClient } from 'graphql-ws';
import type { ConnectionState } from './connection.js';

export interface SocketOptions {
  readonly url: string;
  readonly token: string | null;
  readonly connection: ConnectionState;
  /** The way to the server is open again after it was broken. */
  readonly onReopened: () => void;
  /** What opens websockets; absent: the platform's own. */
  readonly webSocket?: unknown;
}

/** A frozen server is noticed after both of these together. */
const PING_EVERY_MS = 3_000;
const PONG_WITHIN_MS = 2_000;
/** Within this a socket must be open and taken: a lost network would keep an attempt for minutes. */
const OPEN_WITHIN_MS = 4_000;
/** How long to wait before the first, second … attempt; the last one for all that follow. */
const RETRY_AFTER_MS = [100, 500, 1_000, 2_000, 3_000];
/** Attempts of many clients are spread by up to this share. */
const JITTER = 0.3;
/** Not signed in, and not allowed: trying again changes nothing. */
const REFUSALS: ReadonlySet<unknown> = new Set([4401, 4403]);

/**
 * A graphql-ws client that holds one socket for as long as it lives, notices a server that is gone
 * or frozen after at most five seconds, and comes back by itself however long that takes.
 */
export function createSocket(options: SocketOptions): Client {
  const { url, token, connection, onReopened, webSocket } = options;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;
  const expectWithin = (limitMs: number): void => {
    clearTimeout(patience);
    patience = setTimeout(() => {
      client.terminate();
    }, limitMs);
  };
  const hear = (): void => {
    clearTimeout(patience);
    connection.hear();
  };
  const client: Client = createClient({
    url,
    ...(webSocket === undefined ? {} : { webSocketImpl: webSocket }),
    ...(token === null ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
    lazy: false,
    onNonLazyError: () => undefined,
    keepAlive: PING_EVERY_MS,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => !isRefusal(event),
    retryWait: waitBeforeRetry,
    on: {
      connecting: () => {
        expectWithin(OPEN_WITHIN_MS);
      },
      connected: () => {
        hear();
        if (wasOpen) onReopened();
        wasOpen = true;
      },
      ping: (isFromServer) => {
        if (isFromServer) hear();
        else expectWithin(PONG_WITHIN_MS);
      },
      pong: hear,
      closed: (event) => {
        clearTimeout(patience);
        connection.lose(isRefusal(event) ? 'refused' : 'lost');
      },
    },
  });
  return client;
}

function isRefusal(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'code' in event && REFUSALS.has(event.code);
}

async function waitBeforeRetry(retries: number): Promise<void> {
  const base = RETRY_AFTER_MS[Math.min(retries, RETRY_AFTER_MS.length - 1)] ?? 0;
  const delayMs = base * (1 + JITTER * Math.random());
  await new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}
