import { systemCaller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { encodeId } from '../../domain/ids.js';
import { agencyIdsOfPerson, type PersonRow } from '../../persistence/queries/find-person.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Visitor } from '../sessions/visitor.js';

/** What a person did to their own account, and from where. */
export interface PersonAudit {
  readonly person: Pick<PersonRow, 'id' | 'name'>;
  readonly visitor: Visitor;
  readonly change: Pick<AuditDraft, 'action' | 'before' | 'after'>;
}

/**
 * Records in the log of each agency that a person is in what they did to their own account; the last
 * thing in a transaction in the scope of all agencies. The logs are locked in the order of agencies.
 */
export async function auditPerson(
  kernel: Pick<AccessKernel, 'audit'>,
  unit: UnitOfWork,
  { person, visitor, change }: PersonAudit,
): Promise<void> {
  const id = encodeId('person', person.id);
  const actor = { kind: 'USER', id, name: person.name } as const;
  const draft: AuditDraft = { ...change, object: { kind: 'person', id } };
  const { requestId, origin } = visitor;
  for (const agencyId of await agencyIdsOfPerson(unit, person.id)) {
    await kernel.audit(unit, { ...systemCaller(agencyId, requestId, origin), actor }, [draft]);
  }
}
