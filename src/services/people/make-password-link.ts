import { hashToken, newToken } from '../../auth/token.js';
import type { PersonId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { presentInstant } from '../../persistence/present-instant.js';
import {
  insertPasswordLink,
  prunePasswordLinks,
  useUpPasswordLinks,
} from '../../persistence/queries/password-links.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { LinkKernel } from '../access-kernel.js';

/** A link to set a password, and when it ends in real time: the only time that anybody sees it. */
export interface PasswordLink {
  readonly link: string;
  readonly expiresAt: Instant;
}

/** Long enough to be passed on, too short to lie about. */
const LIFETIME_HOURS = 24;

/**
 * Makes a link by which a person, who is locked in this transaction, can set a password once, within
 * 24 hours; those made before are no longer good. The unit is in the scope of all agencies.
 */
export async function makePasswordLink(
  kernel: LinkKernel,
  unit: UnitOfWork,
  personId: PersonId,
): Promise<PasswordLink> {
  const token = newToken();
  await prunePasswordLinks(unit, personId);
  await useUpPasswordLinks(unit, personId);
  const expiresAt = await insertPasswordLink(unit, {
    id: kernel.ids.next(await presentInstant(kernel, unit)),
    personId,
    tokenHash: hashToken(token),
    hours: LIFETIME_HOURS,
  });
  return { link: `${kernel.publicUrl()}/sign-in#password=${token}`, expiresAt };
}
