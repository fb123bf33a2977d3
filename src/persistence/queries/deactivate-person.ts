import type { AgencyId, PersonId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { UnitOfWork } from '../unit-of-work.js';

/** Lets a person sign in no more; the links to choose a password that they have are used up. */
export async function markDeactivated(unit: UnitOfWork, id: PersonId, at: Instant): Promise<void> {
  await unit.rows('update person set deactivated_at = $2::timestamptz where id = $1', [
    id,
    formatInstant(at),
  ]);
  await unit.rows(
    `update password_link set used_at = clock_timestamp() where person_id = $1 and used_at is null`,
    [id],
  );
}

/** An agency that a person is in. */
export interface AgencyOfPerson {
  readonly id: AgencyId;
  readonly name: string;
  /** Whether any owner of it can sign in. */
  readonly hasOwner: boolean;
}

/** The agencies that a person is in, in the order of their ids. */
export function agenciesOfPerson(
  unit: UnitOfWork,
  personId: PersonId,
): Promise<readonly AgencyOfPerson[]> {
  return unit.rows<AgencyOfPerson>(
    `select a.id, a.name, exists (
       select from membership o join person p on p.id = o.person_id
       where o.agency_id = a.id and o.role = 'OWNER' and p.deactivated_at is null) as "hasOwner"
     from membership m join agency a on a.id = m.agency_id
     where m.person_id = $1 order by a.id`,
    [personId],
  );
}
