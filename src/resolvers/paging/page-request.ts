import { InputError } from '../../domain/errors.js';
import type { PageRequest } from '../../domain/paging/page.js';
import { DEFAULT_PAGE_SIZE, type PageArgs } from '../../schema/paging/page-args.js';
import { decodeCursor } from './cursor.js';
import type { ListOrder } from './list-order.js';

const MAX_PAGE_SIZE = 100;

type Asked = Pick<PageArgs, 'first' | 'after'>;

/** What the arguments ask of a list. Throws an InputError if they cannot be met. */
export function pageRequest({ first, after }: Asked, order: ListOrder): PageRequest {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw new InputError(['first'], `A page holds 1 to ${MAX_PAGE_SIZE} items, not ${size}.`);
  }
  return { first: size, after: typeof after === 'string' ? decodeCursor(order, after) : null };
}
