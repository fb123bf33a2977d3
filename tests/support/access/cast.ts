import { type FieldAccess, permissionsOf } from '../../../src/domain/access/permission.js';
import { KEY_ROLES, type Role } from '../../../src/domain/access/role.js';
import type { PersonId } from '../../../src/domain/ids.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { createKey } from '../../../src/services/keys/create-key.js';
import { addMember } from '../../../src/services/members/add-member.js';
import { removeMember } from '../../../src/services/members/remove-member.js';
import { accepted } from '../accepted.js';
import { aSessionOf, type Estate } from './estate.js';

/** Somebody who comes to the doors. */
export interface Player {
  readonly name: string;
  /** Null: none in any agency. */
  readonly role: Role | null;
  /** Whether they have to do with one brand of the agency alone. */
  readonly isConfined: boolean;
  readonly credential: Credential | null;
}

/** What somebody shows; a session with whose it is. */
export type Credential =
  | { readonly kind: 'KEY'; readonly token: string }
  | { readonly kind: 'SESSION'; readonly token: string; readonly personId: PersonId };

/** What a field that declares an access is to answer a player over HTTP. */
export type Verdict = 'ANSWERED' | 'FORBIDDEN' | 'UNAUTHENTICATED';

/** Everybody: each role in an agency, somebody who is in none, and somebody who shows nothing. */
export async function everybody(kernel: Kernel, estate: Estate): Promise<readonly Player[]> {
  const { ownerId, brandId } = estate;
  const all = KEY_ROLES.filter((role) => role !== 'CLIENT');
  const some = KEY_ROLES.filter((role) => ['MANAGER', 'CLIENT', 'INGEST'].includes(role));
  return [
    { name: 'OWNER', role: 'OWNER', isConfined: false, ...(await person(kernel, ownerId)) },
    ...(await Promise.all(all.map((role) => aKeyHolder(kernel, estate, { role, brandIds: null })))),
    ...(await Promise.all(
      some.map((role) => aKeyHolder(kernel, estate, { role, brandIds: [brandId] })),
    )),
    { name: 'in no agency', role: null, isConfined: false, ...(await aLeaver(kernel, estate)) },
    { name: 'nobody', role: null, isConfined: false, credential: null },
  ];
}

/** The same somebody with a credential that may end without harm to the others of them. */
export async function again(kernel: Kernel, player: Player): Promise<Player> {
  const { credential } = player;
  if (credential?.kind !== 'SESSION') return player;
  return { ...player, ...(await person(kernel, credential.personId)) };
}

/** What the catalogue of permissions says. */
export function verdictOf({ role, isConfined, credential }: Player, access: FieldAccess): Verdict {
  if (access === 'public') return 'ANSWERED';
  if (credential === null) return 'UNAUTHENTICATED';
  if (access === 'signed-in') return 'ANSWERED';
  if (role === null) return 'FORBIDDEN';
  return permissionsOf(role, { wholeAgency: !isConfined }).has(access) ? 'ANSWERED' : 'FORBIDDEN';
}

async function aKeyHolder(
  kernel: Kernel,
  { caller }: Estate,
  grant: { readonly role: Role; readonly brandIds: readonly string[] | null },
): Promise<Player> {
  const { role, brandIds } = grant;
  const isConfined = brandIds !== null;
  const name = isConfined ? `${role} of one brand` : role;
  const request = { name, ...grant, expiresAt: null };
  const { token } = accepted(await createKey(kernel, caller, request));
  return { name, role, isConfined, credential: { kind: 'KEY', token } };
}

/** Somebody who was a member. */
async function aLeaver(kernel: Kernel, { caller }: Estate): Promise<Pick<Player, 'credential'>> {
  const request = {
    email: 'leaver@example.com',
    name: null,
    role: 'ANALYST',
    brandIds: null,
  } as const;
  const { member } = accepted(await addMember(kernel, caller, request));
  accepted(await removeMember(kernel, caller, member.personId));
  return person(kernel, member.personId);
}

async function person(kernel: Kernel, personId: PersonId): Promise<Pick<Player, 'credential'>> {
  const token = await aSessionOf(kernel, personId);
  return { credential: { kind: 'SESSION', token, personId } };
}
