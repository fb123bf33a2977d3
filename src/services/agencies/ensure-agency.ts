import { systemCaller, wholeAgency } from '../../domain/access/caller.js';
import { FIRST_AGENCY_ID } from '../../domain/access/first-agency.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { type AgencyId, encodeId } from '../../domain/ids.js';
import { hashToken } from '../../auth/token.js';
import { presentInstant } from '../../persistence/present-instant.js';
import {
  hasBootstrapKey,
  hasOwner,
  insertAgency,
  insertBootstrapKey,
  insertOwner,
} from '../../persistence/queries/first-agency.js';
import type { BookKernel } from '../kernel.js';

const AGENCY_NAME = 'Agency';
const OWNER_NAME = 'Owner';
/** What the audit log and the history call whoever uses the first key. */
const KEY_NAME = 'First key';

/**
 * Makes the first agency and its owner on the first start, and the owner alone where an agency of a
 * version without people has none; changes nothing if both are there. Says whether the agency was made.
 */
export function ensureAgency(
  kernel: BookKernel,
  { ownerEmail: email }: { readonly ownerEmail: string },
): Promise<boolean> {
  return kernel.database.everywhere.write(async (unit) => {
    const at = await presentInstant(kernel, unit);
    const agencyId = FIRST_AGENCY_ID;
    const isNew = await insertAgency(unit, { id: agencyId, name: AGENCY_NAME, at });
    if (!isNew && (await hasOwner(unit, agencyId))) return false;
    const personId = kernel.ids.next(at);
    const owner = encodeId(
      'person',
      await insertOwner(unit, { agencyId, personId, email, name: OWNER_NAME, at }),
    );
    const caller = systemCaller(agencyId, 'first start', 'start');
    await kernel.audit(unit, caller, [
      isNew ? agencyMade(agencyId, owner) : ownerMade(owner, email),
    ]);
    return isNew;
  });
}

function agencyMade(agencyId: AgencyId, owner: string): AuditDraft {
  return {
    action: 'agency.create',
    object: { kind: 'agency', id: encodeId('agency', agencyId) },
    before: null,
    after: { name: AGENCY_NAME, owner },
  };
}

function ownerMade(owner: string, email: string): AuditDraft {
  return {
    action: 'member.add',
    object: { kind: 'person', id: owner },
    before: null,
    after: { email, role: 'OWNER' },
  };
}

/** Where the first key's token comes from: the configuration, or one that is made where it is needed. */
export type BootstrapToken =
  | { readonly given: string }
  | {
      /** Makes it, or gives the one that was made before and not used. */
      readonly make: () => Promise<string>;
    };

/**
 * Makes the first agency's first key. A token that was given is its key from now on, in the place of
 * one that was given before; one is made only if there has never been any. Gives the token if it was
 * made here and now, and so has to be shown once; else null.
 */
export function ensureBootstrapKey(
  kernel: BookKernel,
  token: BootstrapToken,
): Promise<string | null> {
  const agencyId = FIRST_AGENCY_ID;
  return kernel.database.within(wholeAgency(agencyId)).write(async (unit) => {
    const isGiven = 'given' in token;
    if ((await hasBootstrapKey(unit, agencyId)) && !isGiven) return null;
    const text = isGiven ? token.given : await token.make();
    const id = kernel.ids.next(await presentInstant(kernel, unit));
    const key = { agencyId, id, name: KEY_NAME, tokenHash: hashToken(text) };
    if (!(await insertBootstrapKey(unit, key))) return null;
    await kernel.audit(unit, systemCaller(agencyId, 'first start', 'start'), [
      {
        action: 'key.create',
        object: { kind: 'key', id: encodeId('key', id) },
        before: null,
        after: { name: KEY_NAME, role: 'ADMIN' },
      },
    ]);
    return isGiven ? null : text;
  });
}
