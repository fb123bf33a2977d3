import type { ApiKey } from '../../domain/access/api-key.js';
import type { Caller } from '../../domain/access/caller.js';
import type { Position } from '../../domain/paging/page.js';
import type { AccessKernel } from '../access-kernel.js';
import { listKeys } from './list-keys.js';

const KEYS_PER_PAGE = 100;

/** All keys of the agency, the newest first, read page by page: for a command. */
export async function listAllKeys(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
): Promise<readonly ApiKey[]> {
  const keys: ApiKey[] = [];
  let after: Position | null = null;
  for (;;) {
    const { items, hasNextPage } = await listKeys(kernel, caller, {
      page: { first: KEYS_PER_PAGE, after },
      filter: { search: null, role: null, state: null },
      order: { field: 'CREATED_AT', direction: 'DESC' },
    });
    keys.push(...items.map(({ node }) => node));
    if (!hasNextPage) return keys;
    after = items.at(-1)?.position ?? null;
  }
}
