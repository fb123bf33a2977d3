import { ForbiddenError } from '../errors.js';
import type { AgencyId, BrandId } from '../ids.js';
import { ALL_PERMISSIONS, type Permission } from './permission.js';

export const ACTOR_KINDS = ['USER', 'KEY', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Who did something: a person, a machine with a key, or Paceline itself (`id` null). */
export interface Actor {
  readonly kind: ActorKind;
  /** The person's or key's id as clients see it. */
  readonly id: string | null;
  readonly name: string;
}

/** Everything that somebody can see and change at all: an agency, or some of its brands. */
export interface Reach {
  readonly agencyId: AgencyId;
  /** Null: all of the agency. */
  readonly brandIds: readonly BrandId[] | null;
}

/** On whose behalf a service runs, what they may do, and why they do it. */
export interface Caller extends Reach {
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  readonly requestId: string;
  /** Where the request came from, such as an IP address or `command`. */
  readonly origin: string;
  /** Why, in the caller's own words; null: none were given. */
  readonly reason: string | null;
}

export const SYSTEM_ACTOR: Actor = { kind: 'SYSTEM', id: null, name: 'Paceline' };

/** Paceline itself at work in an agency: a job or a command, which may do everything. */
export function systemCaller(agencyId: AgencyId, requestId: string, origin = 'job'): Caller {
  return {
    agencyId,
    brandIds: null,
    actor: SYSTEM_ACTOR,
    permissions: ALL_PERMISSIONS,
    requestId,
    origin,
    reason: null,
  };
}

/** Refuses with FORBIDDEN what the caller's role does not allow. Each service asks once. */
export function authorize(
  { permissions }: Pick<Caller, 'permissions'>,
  permission: Permission,
): void {
  if (permissions.has(permission)) return;
  throw new ForbiddenError(`Your role does not allow this: it needs the permission ${permission}.`);
}

/** The whole of an agency. */
export function wholeAgency(agencyId: AgencyId): Reach {
  return { agencyId, brandIds: null };
}

/** Whether a brand is within somebody's reach, given that it is of their agency. */
export function reaches({ brandIds }: Reach, brandId: BrandId): boolean {
  return brandIds === null || brandIds.includes(brandId);
}
