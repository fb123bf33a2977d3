import { type Connection, ConnectionState } from './connection.js';
import { createSend, type Send } from './send.js';
import { createSocket } from './socket.js';
import { beginSubscription, type Subscribe } from './subscribe.js';

export interface ClientOptions {
  /** Where Paceline is, such as `https://paceline.example`. */
  readonly origin: string;
  /** A key's token; absent: the browser's session. */
  readonly token?: string;
  /** The class that opens websockets; absent: the platform's own. */
  readonly webSocket?: unknown;
}

/** A client of Paceline's API: requests by HTTP, and events by one websocket that mends itself. */
export interface PacelineClient {
  readonly send: Send;
  readonly subscribe: Subscribe;
  readonly connection: {
    readonly get: () => Connection;
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Calls `listener` whenever events may have been missed, of any subscription. Gives what ends it. */
  readonly onGap: (listener: () => void) => () => void;
  /** Ends all subscriptions and closes the socket. */
  readonly close: () => Promise<void>;
}

/**
 * The server takes up the subscriptions of a new socket within this time; what is read after it and
 * what they tell leave no gap between them.
 */
const SETTLED_AFTER_MS = 200;

/** Opens the websocket at once, and gives what sends and watches. */
export function createPacelineClient({ origin, token, webSocket }: ClientOptions): PacelineClient {
  const connection = new ConnectionState();
  const gaps = new Set<() => void>();
  const open = new Set<() => void>();
  const tellGap = (): void => {
    for (const listener of gaps) listener();
  };
  let settling: ReturnType<typeof setTimeout> | undefined;
  const url = new URL('/graphql', origin);
  const socket = createSocket({
    url: url.href.replace(/^http/, 'ws'),
    token: token ?? null,
    connection,
    webSocket,
    onReopened: () => {
      clearTimeout(settling);
      settling = setTimeout(tellGap, SETTLED_AFTER_MS);
    },
  });
  return {
    send: createSend({ url: url.href, token: token ?? null }),
    connection,
    subscribe: (operation, variables, watcher) => {
      const { gap } = watcher;
      if (gap) gaps.add(gap);
      const told = { ...watcher, gap: tellGap };
      const endOnSocket = beginSubscription(socket, { operation, variables }, told);
      const end = (): void => {
        open.delete(end);
        if (gap) gaps.delete(gap);
        endOnSocket();
      };
      open.add(end);
      return end;
    },
    onGap: (listener) => {
      gaps.add(listener);
      return () => gaps.delete(listener);
    },
    close: async () => {
      clearTimeout(settling);
      for (const end of [...open]) end();
      // Closing waits for an attempt that is under way, and an attempt may fail.
      await Promise.resolve(socket.dispose()).catch(() => undefined);
    },
  };
}
