import type { ApiKey } from '../../domain/access/api-key.js';
import type { Caller } from '../../domain/access/caller.js';
import type { AccessKernel } from '../access-kernel.js';
import { listKeys } from './list-keys.js';

const KEYS_PER_PAGE = 100;

/** All keys of the agency, the newest first, read page by page: for a command. */
export async function listAllKeys(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
): Promise<readonly ApiKey[]> {
  const keys: ApiKey[] = [];
  for (;;) {
    const after = keys.at(-1);
    const position = after ? { value: String(after.createdAt), id: after.id } : null;
    const page = await listKeys(kernel, caller, { first: KEYS_PER_PAGE, after: position });
    keys.push(...page.items.map(({ node }) => node));
    if (!page.hasNextPage) return keys;
  }
}
