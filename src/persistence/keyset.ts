import type { Direction, Position } from '../domain/paging/page.js';
import type { BoundValues } from './bound-values.js';
import { instantValue } from './instant-value.js';

/** What rows are ordered by, before their ids. */
export interface SortKey {
  /** The SQL of the value. */
  readonly sql: string;
  readonly type: 'timestamptz' | 'text' | 'numeric' | 'bigint';
  /** Whether rows without a value follow all others, whatever the direction. */
  readonly nullable: boolean;
}

/** An order of rows: by a key, then by `id` (the SQL of the id) in the same direction. */
export interface Keyset {
  readonly key: SortKey;
  readonly id: string;
  readonly direction: Direction;
}

/** What a keyset's query selects of each row. */
export interface KeysetRow {
  readonly id: string;
  readonly value: string | number | null;
}

/** The row's place in the order. */
export function positionOf({ id, value }: KeysetRow): Position {
  return { id, value: value === null ? null : String(value) };
}

/** The columns that {@link positionOf} needs. */
export function keysetColumns({ key, id }: Keyset): string {
  return `${id} as id, ${key.sql} as value`;
}

export function keysetOrder({ key, id, direction }: Keyset): string {
  const nulls = key.nullable ? ' nulls last' : '';
  return `${key.sql} ${direction}${nulls}, ${id} ${direction}`;
}

/** What holds for the rows after a position. */
export function afterPosition(keyset: Keyset, after: Position, bound: BoundValues): string {
  const { key, id, direction } = keyset;
  const beyond = direction === 'ASC' ? '>' : '<';
  const afterId = `${bound.bind(after.id)}::uuid`;
  if (after.value === null) return `(${key.sql} is null and ${id} ${beyond} ${afterId})`;
  const value = key.type === 'timestamptz' ? instantValue(Number(after.value)) : after.value;
  const behind = `(${key.sql}, ${id}) ${beyond} (${bound.bind(value)}::${key.type}, ${afterId})`;
  return key.nullable ? `(${behind} or ${key.sql} is null)` : behind;
}
