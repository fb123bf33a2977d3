import { authorize, type Caller } from '../../domain/access/caller.js';
import type { LinkedFacts } from '../../domain/audit/chain.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { Page, PageRequest } from '../../domain/paging/page.js';
import {
  type AuditCriteria,
  pageAudit,
  readAuditById,
} from '../../persistence/queries/read-audit.js';
import type { Kernel } from '../kernel.js';

/** A page of the agency's audit log, the newest first. */
export interface ListAuditRequest {
  readonly page: PageRequest;
  readonly filter: AuditCriteria;
}

/** A page of what was changed in the caller's agency, the newest first. */
export async function listAudit(
  kernel: Pick<Kernel, 'database'>,
  caller: Caller,
  { page, filter }: ListAuditRequest,
): Promise<Page<LinkedFacts>> {
  authorize(caller, 'audit:read');
  const { agencyId } = caller;
  const read = await pageAudit(kernel.database.within(caller), { agencyId, page, filter });
  const { rows, hasNextPage } = cutPage(read, page);
  return {
    items: rows.map((node) => ({ node, position: { value: String(node.seq), id: node.id } })),
    hasNextPage,
  };
}

/** The rows of the log with the given uuids, in their order; null where there is none. */
export async function loadAudit(
  kernel: Pick<Kernel, 'database'>,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (LinkedFacts | null)[]> {
  authorize(caller, 'audit:read');
  const rows = await readAuditById(kernel.database.within(caller), caller.agencyId, ids);
  const found = new Map<string, LinkedFacts>(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}
