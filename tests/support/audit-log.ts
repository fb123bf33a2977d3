import type { Caller } from '../../src/domain/access/caller.js';
import type { AuditDraft } from '../../src/domain/audit/audit-entry.js';
import { verifyAudit } from '../../src/services/audit/verify-audit.js';
import type { World } from './world.js';

/** A change of something, but for what is given. */
export function auditDraft(id: string, details: Partial<AuditDraft> = {}): AuditDraft {
  const object = { kind: 'campaign', id } as const;
  return { action: 'campaign.update', object, before: null, after: null, ...details };
}

/** Records changes in a transaction of their own. */
export function recordDrafts(
  world: World,
  drafts: readonly AuditDraft[],
  caller: Caller = world.caller,
): Promise<void> {
  const { database, audit } = world.kernel;
  return database.within(caller).write((unit) => audit(unit, caller, drafts));
}

/** What is wrong with the log of the test's agency, and in which row; null: nothing. */
export async function flawInLog(world: World): Promise<string | null> {
  const logs = await verifyAudit(world.kernel);
  const log = logs.find(({ agencyId }) => agencyId === world.caller.agencyId);
  return log?.broken ? `${log.broken.flaw} ${log.broken.seq}` : null;
}
