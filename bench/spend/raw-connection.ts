import { connect, type Socket } from 'node:net';
import { ADMIN_TOKEN } from '../admin-key.js';

/**
 * A kept HTTP connection that has one question on its way at a time. A client of the standard library
 * takes as long for a small answer as the server does, on the same cores: what is measured would be it.
 */
export class RawConnection {
  private received = '';
  private answer: PromiseWithResolvers<string> | null = null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      this.take(String(chunk));
    });
    const fail = (error?: Error): void => {
      this.answer?.reject(error ?? new Error('the server hung up'));
    };
    socket.on('error', fail).on('close', () => {
      fail();
    });
  }

  static open(url: string): Promise<RawConnection> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once('error', reject).once('connect', () => {
        socket.off('error', reject);
        resolve(new RawConnection(socket, host));
      });
    });
  }

  /** Sends an operation in ASCII and gives the body of the answer. */
  ask(body: string): Promise<string> {
    this.answer = Promise.withResolvers<string>();
    this.socket.write(
      `POST /graphql HTTP/1.1\r\nhost: ${this.host}\r\nauthorization: Bearer ${ADMIN_TOKEN}\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    return this.answer.promise;
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: string): void {
    this.received += chunk;
    const head = this.received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const [, length = '0'] = /content-length: (\d+)/i.exec(this.received) ?? [];
    const body = this.received.slice(head + 4);
    if (body.length < Number(length)) return;
    this.received = '';
    this.answer?.resolve(body);
  }
}
