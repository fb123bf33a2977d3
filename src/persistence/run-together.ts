import type pg from 'pg';
import { SCOPE_NAME, type Scope } from './scope.js';
import { preparedName } from './statement.js';

/** A declared statement with its values, as the protocol carries them. */
export interface BoundStatement {
  readonly text: string;
  readonly values: readonly string[];
}

/** A row as it arrives: a text for each column. */
export type TextRow = readonly (string | null)[];

/** What of node-postgres' connection a query speaks to. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string }): void;
  bind(message: { portal: string; statement: string; values: readonly string[] }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
}

const PORTAL = '';
/** The statements that a connection has prepared here. */
const preparedOn = new WeakMap<object, Set<string>>();

/**
 * Runs declared statements one after the other in a scope, in one transaction of the protocol's own: it
 * begins with the first message, commits with the Sync that is the last, and is undone if one of them
 * fails. One round trip; gives the rows of the last statement. The connection must have
 * {@link SCOPE_NAME} prepared.
 */
export function runTogether(
  client: pg.PoolClient,
  scope: Scope,
  statements: readonly BoundStatement[],
): Promise<readonly TextRow[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly TextRow[]>();
  const named = statements.map((statement) => ({ ...statement, name: nameOf(statement.text) }));
  client.query(new Flight(scope, named, { resolve, reject }));
  return promise;
}

interface NamedStatement extends BoundStatement {
  readonly name: string;
}

interface Settling {
  readonly resolve: (rows: readonly TextRow[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Statements on their way, as node-postgres calls back whatever is submitted to it. */
class Flight implements pg.Submittable {
  private readonly rows: TextRow[] = [];
  /** How many statements are done, the scope among them. */
  private done = 0;

  constructor(
    private readonly scope: Scope,
    readonly statements: readonly NamedStatement[],
    private readonly settling: Settling,
  ) {}

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    try {
      wire.bind({ portal: PORTAL, statement: SCOPE_NAME, values: this.scope });
      wire.execute({ portal: PORTAL, rows: 0 });
      for (const statement of this.statements) send(wire, statement);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    if (this.done === this.statements.length) this.rows.push(fields);
  }

  handleCommandComplete(): void {
    this.done += 1;
  }

  handleReadyForQuery(connection: pg.Connection): void {
    const prepared = preparedOn.get(connection) ?? new Set();
    for (const { name } of this.statements) prepared.add(name);
    preparedOn.set(connection, prepared);
    this.settling.resolve(this.rows);
  }

  handleError(error: unknown): void {
    this.settling.reject(error);
  }
}

function send(wire: Wire, { name, text, values }: NamedStatement): void {
  if (preparedOn.get(wire)?.has(name) !== true) {
    // Where an earlier flight failed, it is not known how far it came; closing what is not there is no error.
    wire.close({ type: 'S', name });
    wire.parse({ name, text });
  }
  wire.bind({ portal: PORTAL, statement: name, values });
  wire.execute({ portal: PORTAL, rows: 0 });
}

function nameOf(text: string): string {
  const name = preparedName(text);
  if (name === undefined) throw new TypeError('only declared statements run together');
  return name;
}
