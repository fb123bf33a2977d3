import { hashPassword } from '../../src/auth/password-hash.js';
import type { MemberRole } from '../../src/domain/access/role.js';
import type { AgencyId, BrandId, KeyId, PersonId } from '../../src/domain/ids.js';
import { insertMembership } from '../../src/persistence/queries/write-membership.js';
import { findPersonByEmail, type PersonRow } from '../../src/persistence/queries/find-person.js';
import type { Identity } from '../../src/services/credentials/identity.js';
import { createKey } from '../../src/services/keys/create-key.js';
import { makePerson } from '../../src/services/people/make-person.js';
import { type OpenedSession, openSession } from '../../src/services/sessions/open-session.js';
import type { Visitor } from '../../src/services/sessions/visitor.js';
import { accepted } from './accepted.js';
import type { World } from './world.js';

/** The password of whoever is made with one. */
export const PASSWORD = 'the difference engine';

/** Where whoever has no other address comes from. */
export const VISITOR: Visitor = {
  origin: '192.0.2.7',
  userAgent: 'Browser/1.0',
  requestId: 'request-2',
};

let serial = 0;
let passwordHash: Promise<string> | null = null;

/** A person in no agency, by the name of Ada and with PASSWORD, but for what is given. */
export async function aPerson(
  { kernel }: World,
  details: Partial<Pick<PersonRow, 'email' | 'name' | 'passwordHash'>> = {},
): Promise<PersonRow> {
  serial += 1;
  passwordHash ??= hashPassword(PASSWORD);
  const usual = { name: 'Ada', passwordHash: await passwordHash };
  const person = { email: `ada-${serial}@example.com`, ...usual, ...details };
  const { everywhere } = kernel.database;
  await everywhere.write((unit) => makePerson(kernel, unit, { person, field: [] }));
  const made = await findPersonByEmail(everywhere, person.email);
  if (made === null) throw new Error('the person was just made');
  return made;
}

/** Makes a person a member of the agency of this test, or of another. */
export async function join(
  { kernel, caller }: World,
  personId: PersonId,
  details: { agencyId?: AgencyId; role?: MemberRole; brandIds?: readonly BrandId[] | null } = {},
): Promise<void> {
  const { agencyId = caller.agencyId, role = 'MANAGER', brandIds = null } = details;
  const joined = { agencyId, personId, role, brandIds, at: kernel.clock.now() };
  await kernel.database.everywhere.write((unit) => insertMembership(unit, joined));
}

/** Opens a session of a person. */
export function aSession(
  { kernel }: World,
  personId: PersonId,
  agencyId?: AgencyId,
): Promise<OpenedSession> {
  const owner = { personId, visitor: VISITOR, ...(agencyId !== undefined && { agencyId }) };
  return kernel.database.everywhere.write((unit) => openSession(kernel, unit, owner));
}

/** Who has a session's token, as the database says now. */
export function whoHas({ kernel }: World, { token }: OpenedSession): Promise<Identity | null> {
  return kernel.credentials.identify({ bearer: null, session: token });
}

/** The token of a session of somebody in the agency of this test. */
export async function aMembersToken(
  world: World,
): Promise<{ readonly token: string; readonly personId: PersonId }> {
  const { id: personId } = await aPerson(world);
  await join(world, personId);
  const { token } = await aSession(world, personId);
  return { token, personId };
}

/** A key to the agency of this test. */
export async function aKey({
  kernel,
  caller,
}: World): Promise<{ readonly token: string; readonly id: KeyId }> {
  const request = { name: 'Feed', role: 'MANAGER', brandIds: null, expiresAt: null } as const;
  const { token, key } = accepted(await createKey(kernel, caller, request));
  return { token, id: key.id };
}
