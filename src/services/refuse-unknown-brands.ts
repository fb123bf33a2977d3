import type { Grant } from '../domain/access/read-grant.js';
import { userError } from '../domain/errors.js';
import type { AgencyId } from '../domain/ids.js';
import { placesOfUnknownBrands } from '../persistence/queries/granted-brands.js';
import type { UnitOfWork } from '../persistence/unit-of-work.js';
import { Refusal } from './refusal.js';

/** Refuses with NOT_FOUND, each at its place, brands of a grant that the agency does not have. */
export async function refuseUnknownBrands(
  unit: UnitOfWork,
  agencyId: AgencyId,
  { brandIds }: Pick<Grant, 'brandIds'>,
): Promise<void> {
  if (brandIds === null) return;
  const places = await placesOfUnknownBrands(unit, agencyId, brandIds);
  if (places.length === 0) return;
  const errors = places.map((place) =>
    userError(['input', 'brandIds', String(place)], 'NOT_FOUND', 'No brand has this id.'),
  );
  throw new Refusal(errors);
}
