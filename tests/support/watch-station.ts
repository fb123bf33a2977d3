import { setImmediate as nextTurn } from 'node:timers/promises';
import { UnavailableError } from '../../src/domain/errors.js';
import type { Database } from '../../src/persistence/database.js';
import type { Sql } from '../../src/persistence/unit-of-work.js';
import { createLogger } from '../../src/platform/logger.js';
import { CredentialWatch } from '../../src/services/credentials/credential-watch.js';
import type { Identity } from '../../src/services/credentials/identity.js';
import { ManualTimer } from './manual-timer.js';
import { until } from './until.js';
import type { World } from './world.js';

/** More than the time for which somebody is believed. */
export const A_WHILE_MS = 1_000;

/** A process's watch, whose time passes only when the test says so. */
export class WatchStation {
  readonly timer = new ManualTimer();
  /** Why those who stay were lost, in order. */
  readonly lost: string[] = [];
  /** The statements that it sent. */
  readonly sent: string[] = [];
  isCutOff = false;
  /** Whether what is sent gets no answer, as from a machine that is frozen. */
  isHanging = false;
  readonly watch: CredentialWatch;
  private underWay = 0;

  constructor(private readonly world: World) {
    const everywhere: Sql = { rows: (text, values) => this.send(text, values) };
    const parts = { everywhere: { value: everywhere } };
    const database = Object.create(world.kernel.database, parts) as Database;
    const log = createLogger({ level: 'silent' });
    this.watch = new CredentialWatch({ database, log, timer: this.timer });
    this.watch.start();
  }

  async sees(token: string): Promise<Identity | null> {
    const bearer = token.startsWith('pcl_') ? token : null;
    return this.watch.identify({ bearer, session: bearer === null ? token : null });
  }

  /** Comes with a token, and stays. */
  async stays(token: string): Promise<() => void> {
    const identity = await this.sees(token);
    if (identity === null) throw new Error('nobody has this token');
    return this.watch.hold(identity, (why) => this.lost.push(why));
  }

  /** Lets time pass, and what begins in it end. */
  async passes(ms = A_WHILE_MS): Promise<void> {
    this.timer.advance(ms);
    await until(() => this.underWay === 0);
    // What was answered is also taken in.
    await nextTurn();
  }

  private async send<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.sent.push(text);
    if (this.isHanging) return new Promise(() => undefined);
    this.underWay += 1;
    try {
      if (this.isCutOff) throw new UnavailableError('The database cannot be reached.', 1);
      return await this.world.rows<Row>(text, values);
    } finally {
      this.underWay -= 1;
    }
  }
}
