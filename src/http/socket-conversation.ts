import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../platform/logger.js';
import { SocketClosure } from './socket-closure.js';
import type { SocketGuest } from './socket-guest.js';

/** While more than this waits to be sent to a peer, nothing more is read from it. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

interface Surroundings {
  readonly guest: SocketGuest;
  readonly log: Logger;
}

/**
 * Leads the protocol's conversation over one socket. An answer counts as sent when the network has
 * taken it, so a subscription takes its next event only then; a peer that does not read its answers
 * is not listened to either.
 */
export function converse(
  socket: WebSocket,
  protocol: Server<SocketGuest>,
  { guest, log }: Surroundings,
): void {
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => {
        socket.close(code, reason);
      },
      onMessage: (receive) => {
        socket.on('message', (message: Buffer) => {
          receive(message.toString()).catch((error: unknown) => {
            fail(socket, error, log);
          });
        });
      },
    },
    guest,
  );
  socket.on('ping', (content) => {
    if (socket.bufferedAmount <= MAX_BUFFERED_BYTES) socket.pong(content);
  });
  socket.once('close', (code, reason) => {
    guest.leave();
    closed(code, reason.toString()).catch((error: unknown) => {
      log.warn({ err: error }, 'a websocket could not be closed in order');
    });
  });
}

/** Sends a text; resolves when the network has taken it, or never will. */
export function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  socket.send(text, () => {
    // If it failed, the socket is about to close and nobody waits for the answer.
    resolve(undefined);
    if (socket.isPaused && socket.bufferedAmount <= MAX_BUFFERED_BYTES) socket.resume();
  });
  if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.pause();
  return promise;
}

function fail(socket: WebSocket, error: unknown, log: Logger): void {
  if (error instanceof SocketClosure) {
    socket.close(error.code, error.reason);
    return;
  }
  if (isUnexpectedMessage(error)) {
    socket.close(CloseCode.BadRequest, 'Invalid message received');
    return;
  }
  log.error({ err: error }, 'a message of a websocket could not be handled');
  socket.close(CloseCode.InternalServerError, 'Internal server error');
}

/** A message that only servers send. */
function isUnexpectedMessage(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type');
}
