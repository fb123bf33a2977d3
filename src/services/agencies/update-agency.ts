import type { Agency } from '../../domain/access/agency.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { invariant } from '../../domain/errors.js';
import { encodeId } from '../../domain/ids.js';
import { readName } from '../../domain/input/name.js';
import { AgencyEntity } from '../../entities/agency.js';
import { readAgency } from '../../persistence/queries/read-agencies.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { accepted, outcomeOf } from '../refusal.js';

/** A change of the caller's own agency. */
export interface UpdateAgencyRequest {
  readonly name: string;
}

/** Renames the caller's own agency. Refuses what cannot be a name (INVALID). */
export async function updateAgency(
  kernel: AccessKernel,
  caller: Caller,
  request: UpdateAgencyRequest,
): Promise<Outcome<Agency>> {
  authorize(caller, 'agency:write');
  const { agencyId: id } = caller;
  return outcomeOf(async () => {
    const name = accepted(readName(request.name, ['input', 'name']));
    return kernel.database.within(caller).write(async (unit) => {
      const agency = await readAgency(unit, id);
      invariant(agency, 'an agency is never deleted');
      if (agency.name === name) return agency;
      await unit.em.nativeUpdate(AgencyEntity, { id }, { name });
      await kernel.audit(unit, caller, [
        {
          action: 'agency.update',
          object: { kind: 'agency', id: encodeId('agency', id) },
          before: { name: agency.name },
          after: { name },
        },
      ]);
      return { ...agency, name };
    });
  });
}
