import { ok } from '../../domain/result.js';
import { MePayload } from '../../schema/person/me-payload.js';
import type { Identity } from '../../services/credentials/identity.js';
import type { Outcome } from '../../services/outcome.js';
import { readMe } from '../../services/sessions/read-me.js';
import type { SignedIn } from '../../services/sessions/sign-in.js';
import type { GraphContext } from '../context.js';

/** Who somebody is now, or why they were refused. */
export async function mePayload(
  kernel: GraphContext['kernel'],
  outcome: Outcome<Identity>,
): Promise<MePayload> {
  return new MePayload(outcome.ok ? ok(await readMe(kernel, outcome.value)) : outcome);
}

/** The same of somebody who was signed in: their client keeps the session. */
export function signedInPayload(
  { kernel, visit }: Pick<GraphContext, 'kernel' | 'visit'>,
  outcome: Outcome<SignedIn>,
): Promise<MePayload> {
  if (!outcome.ok) return mePayload(kernel, outcome);
  const { session, identity } = outcome.value;
  visit.keepSession(session.token, session.maxAgeSeconds);
  return mePayload(kernel, ok(identity));
}
