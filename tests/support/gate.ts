import { once } from 'node:events';
import {
  type AddressInfo,
  connect,
  createServer,
  type NetConnectOpts,
  type Socket,
} from 'node:net';

/** Stands before a server, so that a test can take it away from some and leave it to all others. */
export class Gate {
  private readonly passing = new Set<Socket>();
  private readonly server = createServer((outer) => {
    const inner = connect(this.target);
    this.join(outer, inner);
    this.join(inner, outer);
  });
  private port = 0;

  constructor(private readonly target: NetConnectOpts) {}

  /** Where it lets through, such as 127.0.0.1:40123; the same each time it is opened. */
  get address(): string {
    return `127.0.0.1:${String(this.port)}`;
  }

  async open(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Cuts all connections through it; new ones are let through. */
  cut(): void {
    for (const socket of this.passing) socket.destroy();
  }

  /** Lets nothing more through on the connections that there are, which stay; new ones are let through. */
  silence(): void {
    for (const socket of this.passing) {
      socket.unpipe();
      socket.resume();
    }
  }

  /** Cuts all connections and refuses new ones, until it is opened again. */
  async shut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cut();
    await closed;
  }

  private join(from: Socket, to: Socket): void {
    this.passing.add(from);
    // What matters of a failure is the close that follows it.
    from.on('error', () => undefined);
    from.on('close', () => {
      this.passing.delete(from);
      to.destroy();
    });
    from.pipe(to);
  }
}
