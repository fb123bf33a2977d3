import type { Caller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';

/** A change, and on whose behalf it was made. */
export interface CallerAudit {
  readonly caller: Caller;
  readonly draft: AuditDraft;
}

/**
 * Records changes of several callers, perhaps of several agencies, those of one caller in the order in
 * which they were made. The agencies' logs are locked in the order of their ids.
 */
export async function recordAudits(
  kernel: Pick<BookKernel, 'audit'>,
  sql: Sql,
  audits: readonly CallerAudit[],
): Promise<void> {
  const byAgency = Map.groupBy(audits, ({ caller }) => caller.agencyId);
  for (const [, ofAgency] of [...byAgency].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [caller, own] of Map.groupBy(ofAgency, (audit) => audit.caller)) {
      await kernel.audit(
        sql,
        caller,
        own.map(({ draft }) => draft),
      );
    }
  }
}
