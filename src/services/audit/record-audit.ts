import { createHash } from 'node:crypto';
import type { Caller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { linkFacts } from '../../domain/audit/chain.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { appendAudit, lockAuditHead } from '../../persistence/queries/write-audit.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';

/** The longest text of a value before or after a change; a longer one is told by its digest. */
const MAX_VALUE_LENGTH = 64 * 1024;

/** Changes of one transaction, and on whose behalf they are made. */
export interface AuditedChanges {
  readonly caller: Caller;
  readonly drafts: readonly AuditDraft[];
}

/**
 * Records changes in the log of the caller's agency, in the transaction that makes them: two
 * statements, however many changes. It must be the last thing that the transaction does: until its
 * end no other transaction records a change in this agency, and brands are always locked before.
 * Logs of several agencies are locked in the order of the agencies' ids.
 */
export async function recordAudit(
  kernel: Pick<BookKernel, 'ids' | 'clock' | 'testClock'>,
  sql: Sql,
  { caller, drafts }: AuditedChanges,
): Promise<void> {
  if (drafts.length === 0) return;
  const { agencyId, actor, origin, reason, requestId } = caller;
  const head = await lockAuditHead(sql, agencyId);
  const at = await presentInstant(kernel, sql);
  const facts = drafts.map(({ action, object, before, after }) => ({
    ...{ id: kernel.ids.next(at), agencyId, at, actor, origin, action, object, reason, requestId },
    before: jsonOf(before),
    after: jsonOf(after),
  }));
  await appendAudit(sql, agencyId, linkFacts(head, facts, sha256));
}

/** The hash that links rows. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function jsonOf(value: object | null): string | null {
  if (value === null) return null;
  const json = JSON.stringify(value);
  if (json.length <= MAX_VALUE_LENGTH) return json;
  return JSON.stringify({ omitted: { characters: json.length, sha256: sha256(json) } });
}
