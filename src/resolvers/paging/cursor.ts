import { InputError } from '../../domain/errors.js';
import type { Position } from '../../domain/paging/page.js';
import type { ListOrder } from './list-order.js';

const MAX_CURSOR_LENGTH = 4096;
const UUID_PATTERN = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A position in a list as an opaque string. */
export function encodeCursor(order: ListOrder, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([order.name, value, id])).toString('base64url');
}

/** The position of a cursor. Throws an InputError if it cannot be read or is of another order. */
export function decodeCursor(order: ListOrder, cursor: string): Position {
  const position = positionIn(order, parse(cursor));
  if (position === null) {
    throw new InputError(['after'], 'The cursor cannot be read, or belongs to another order.');
  }
  return position;
}

function positionIn(order: ListOrder, parts: unknown): Position | null {
  const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
  if (list.length !== 3) return null;
  const [name, value, id] = list;
  if (name !== order.name || typeof id !== 'string' || !UUID_PATTERN.test(id)) return null;
  if (value !== null && typeof value !== 'string') return null;
  return order.value(value) ? { value, id } : null;
}

function parse(cursor: string): unknown {
  if (cursor.length > MAX_CURSOR_LENGTH) return null;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
