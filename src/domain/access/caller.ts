import type { AgencyId } from '../ids.js';

export const ACTOR_KINDS = ['USER', 'KEY', 'SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Who did something: a person, a machine with a key, or Paceline itself (`id` null). */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly name: string;
}

/** On whose behalf a service runs, and in which agency everything it sees and changes lies. */
export interface Caller {
  readonly agencyId: AgencyId;
  readonly actor: Actor;
  readonly requestId: string;
}

export const SYSTEM_ACTOR: Actor = { kind: 'SYSTEM', id: null, name: 'Paceline' };
