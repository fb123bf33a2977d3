import type { PoolClient } from 'pg';
import { type Scope, SCOPE_NAME, SCOPE_TEXT } from './scope.js';
import { preparedName } from './statement.js';
import type { Transaction } from './unit-of-work.js';

/** A client of node-postgres, of which more can be changed than it declares. */
interface PipelinedClient {
  /** Whether what is asked is sent before earlier questions are answered. */
  pipeline: boolean;
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/**
 * A READ COMMITTED transaction on a connection of the pool. The statements around the work cost no
 * round trips of their own: BEGIN and the scope go with the first statement, COMMIT with the last.
 */
export class PipelinedTransaction implements Transaction {
  private phase: 'NEW' | 'OPEN' | 'ENDED' = 'NEW';
  private isGathering = false;

  constructor(
    private readonly client: PoolClient,
    private readonly scope: Scope,
  ) {
    this.wire.pipeline = true;
  }

  readonly rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    this.gather();
    if (this.phase === 'OPEN') return this.send<Row>(text, values);
    this.phase = 'OPEN';
    const begun = this.client.query('begin');
    const scope = { name: SCOPE_NAME, text: SCOPE_TEXT, values: [...this.scope] };
    const scoped = this.client.query(scope);
    return firstOf([this.send<Row>(text, values), begun, scoped]);
  };

  readonly restart = async (): Promise<void> => {
    await this.rollback();
    this.phase = 'NEW';
  };

  async lastRows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.phase !== 'OPEN') await this.rows('select 1');
    this.phase = 'ENDED';
    this.gather();
    // After a statement that failed, COMMIT rolls back.
    return firstOf([this.send<Row>(text, values), this.client.query('commit')]);
  }

  /** Commits what is open. */
  async commit(): Promise<void> {
    if (this.phase === 'OPEN') await this.client.query('commit');
    this.phase = 'ENDED';
  }

  /** Undoes what is open. */
  async rollback(): Promise<void> {
    if (this.phase === 'OPEN') await this.client.query('rollback');
    this.phase = 'ENDED';
  }

  /** The connection as it was found. */
  leave(): void {
    this.wire.pipeline = false;
  }

  private get wire(): PipelinedClient {
    return this.client;
  }

  private async send<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const name = preparedName(text);
    const named = name === undefined ? {} : { name };
    const { rows } = await this.client.query({ ...named, text, values: [...values] });
    return rows as Row[];
  }

  /** What is asked without waiting for an answer in between leaves in one write. */
  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = this.wire.connection;
    stream.cork();
    queueMicrotask(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}

/** The rows of the first of several statements, once all are done; throws what failed first. */
async function firstOf<Row>(sent: [Promise<Row[]>, ...Promise<unknown>[]]): Promise<Row[]> {
  const failed = (await Promise.allSettled(sent)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return sent[0];
}
