import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { within } from '../platform/within.js';
import { clientAddress } from './admission/trusted-proxies.js';
import type { GraphqlParts } from './graphql-parts.js';
import { requestIdOf } from './request-log.js';
import { SocketCensus } from './socket-census.js';
import { converse, send } from './socket-conversation.js';
import { SocketGuest } from './socket-guest.js';
import type { SocketLimits } from './socket-limits.js';
import { SocketProtocol } from './socket-protocol.js';

const GOING_AWAY = 1001;
/** In the protocol's range for its own codes, as `Too Many Requests` is in HTTP's. */
const TOO_MANY = 4429;
/** How long queries and mutations may take to end, and peers to say goodbye, when the server stops. */
const IDLE_PATIENCE_MS = 2_000;
const FAREWELL_MS = 1_000;

/** The websockets of the API, on the HTTP server's own port at /graphql. */
export class SocketServer {
  private readonly protocol: SocketProtocol;
  private readonly census: SocketCensus;
  private readonly sockets: WebSocketServer;
  private readonly answered = new WeakSet<WebSocket>();
  private readonly pinging: NodeJS.Timeout;

  constructor(
    private readonly parts: GraphqlParts,
    limits: SocketLimits,
  ) {
    this.protocol = new SocketProtocol(parts, limits);
    this.census = new SocketCensus(limits.maxSocketsPerAddress);
    this.sockets = new WebSocketServer({
      noServer: true,
      maxPayload: limits.maxPayloadBytes,
      handleProtocols,
      autoPong: false,
    });
    parts.metrics.level({ name: 'websockets', help: 'Websockets that are open.' }, () => this.size);
    this.pinging = setInterval(() => {
      this.pingAll();
    }, limits.pingIntervalMs).unref();
  }

  /** How many sockets are open. */
  get size(): number {
    return this.sockets.clients.size;
  }

  /** Takes over what comes to `server` as an upgrade to a websocket. */
  attach(server: Server): void {
    server.on('upgrade', (request, stream, head) => {
      stream.on('error', () => stream.destroy());
      if (pathOf(request) !== '/graphql') {
        refuseUpgrade(stream, '404 Not Found');
        return;
      }
      if (this.parts.state.isStopping) {
        refuseUpgrade(stream, '503 Service Unavailable');
        return;
      }
      this.sockets.handleUpgrade(request, stream, head, (socket) => {
        this.welcome(socket, request);
      });
    });
  }

  /** Says goodbye to everybody, once what they asked for has been answered, and waits for them to go. */
  async close(): Promise<void> {
    clearInterval(this.pinging);
    await within(IDLE_PATIENCE_MS, this.protocol.idle());
    for (const socket of this.sockets.clients) socket.close(GOING_AWAY, 'Going away');
    const { promise: gone, resolve } = Promise.withResolvers<undefined>();
    this.sockets.close(() => {
      resolve(undefined);
    });
    await within(FAREWELL_MS, gone);
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private welcome(socket: WebSocket, request: IncomingMessage): void {
    const { kernel, admission, state } = this.parts;
    const { log } = kernel;
    socket.on('error', (error) => {
      log.debug({ err: error }, 'a websocket failed');
    });
    const address = clientAddress(request, admission.trusts);
    const leave = this.census.admit(address);
    if (leave === null) {
      socket.close(TOO_MANY, 'Too many sockets');
      return;
    }
    socket.once('close', leave);
    this.answered.add(socket);
    socket.on('pong', () => this.answered.add(socket));
    const guest = new SocketGuest({
      requestId: requestIdOf(request),
      headers: request.headers,
      address,
      admission,
      state,
      end: (code, reason) => {
        endSocket(socket, code, reason);
      },
      send: (text) => send(socket, text),
    });
    converse(socket, this.protocol.server, { guest, log });
  }

  /** Whoever has not answered the last ping by now is gone, or as good as gone. */
  private pingAll(): void {
    for (const socket of this.sockets.clients) {
      if (!this.answered.delete(socket)) socket.terminate();
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }
}

/** Closes a socket, and does not wait long for a peer that does not agree. */
function endSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => {
    socket.terminate();
  }, FAREWELL_MS).unref();
}

function pathOf({ url = '' }: IncomingMessage): string | undefined {
  return url.split('?', 1)[0];
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
