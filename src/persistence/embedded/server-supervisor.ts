import { setTimeout as sleep } from 'node:timers/promises';
import { boundLog } from './bounded-log.js';
import type { Cluster } from './cluster.js';
import { spawnServer, type ServerProcess } from './server-process.js';
import { stopServer } from './stop-server.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
const LOG_CHECK_MS = 60_000;

/** Keeps a server running until it is told to stop. */
export class ServerSupervisor {
  readonly #cluster: Cluster;
  readonly #stopping = new AbortController();
  readonly #logCheck: NodeJS.Timeout;
  readonly #watching: Promise<void>;
  #server: ServerProcess;
  #restarting: Promise<void> = Promise.resolve();
  #stopped: Promise<void> | null = null;

  constructor(cluster: Cluster, server: ServerProcess) {
    this.#cluster = cluster;
    this.#server = server;
    this.#logCheck = setInterval(() => {
      boundLog(cluster.folders.log);
    }, LOG_CHECK_MS).unref();
    this.#watching = this.#watch();
  }

  /** Stops the server for good. Settles when it is gone. */
  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#logCheck);
    await this.#restarting;
    await stopServer(this.#server);
    await this.#watching;
  }

  async #watch(): Promise<void> {
    for (;;) {
      await this.#server.exited;
      if (this.#stopping.signal.aborted) return;
      this.#cluster.log.error(
        { pid: this.#server.pid },
        'the embedded PostgreSQL died; restarting it',
      );
      this.#restarting = this.#restart();
      await this.#restarting;
    }
  }

  /** Tries until it runs or we stop, each time after a longer pause, as it will not start beside leftovers of its own. */
  async #restart(): Promise<void> {
    const { log } = this.#cluster;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await sleep(pauseMs, undefined, { signal: this.#stopping.signal, ref: false }).catch(
        () => undefined,
      );
      if (this.#stopping.signal.aborted) return;
      try {
        this.#server = await spawnServer(this.#cluster);
        log.info({ pid: this.#server.pid }, 'the embedded PostgreSQL runs again');
        return;
      } catch (error) {
        log.error({ err: error }, 'the embedded PostgreSQL cannot be restarted yet');
      }
    }
  }
}
