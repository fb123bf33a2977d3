import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import { bearer } from './test-app.js';

/** A message of the protocol, whatever it holds. */
export type Message = Readonly<Record<string, unknown>>;

/** A websocket that says and hears single messages, without a client that knows how to behave. */
export class RawSocket {
  /** Settles when it is closed, with the close code. */
  readonly closed: Promise<number>;
  private readonly heard: Message[] = [];
  private readonly waiting: ((message: Message) => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    // What matters of a failure is the close that follows it.
    socket.on('error', () => undefined);
    socket.on('message', (text: Buffer) => {
      const message = JSON.parse(text.toString()) as Message;
      const receive = this.waiting.shift();
      if (receive) receive(message);
      else this.heard.push(message);
    });
  }

  /** Connects, without a word. */
  static async connect(
    url: string,
    options: ClientOptions = {},
    protocol = 'graphql-transport-ws',
  ): Promise<RawSocket> {
    const socket = new WebSocket(url, protocol, options);
    const raw = new RawSocket(socket);
    await once(socket, 'open');
    return raw;
  }

  /** Connects and introduces itself, as the first administrator if nobody else is named. */
  static async open(url: string, token?: string): Promise<RawSocket> {
    const raw = await RawSocket.connect(url);
    raw.say({ type: 'connection_init', payload: bearer(token) });
    await raw.hear();
    return raw;
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The next message that has not been heard yet. */
  hear(): Promise<Message> {
    const message = this.heard.shift();
    if (message !== undefined) return Promise.resolve(message);
    const { promise, resolve } = Promise.withResolvers<Message>();
    this.waiting.push(resolve);
    return promise;
  }

  /** Asks for an operation and gives the first message about it. */
  ask(id: string, query: string, variables?: object): Promise<Message> {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
    return this.hear();
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}
