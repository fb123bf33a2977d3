import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { MePayload } from '../schema/person/me-payload.js';
import { MeType } from '../schema/person/me-type.js';
import { RevokeSessionPayload } from '../schema/session/revoke-session-payload.js';
import { SessionType } from '../schema/session/session-type.js';
import { SignInInput } from '../schema/session/sign-in-input.js';
import { SignInOptionsType } from '../schema/session/sign-in-options-type.js';
import { SignOutPayload } from '../schema/session/sign-out-payload.js';
import { listSessions } from '../services/sessions/list-sessions.js';
import { readMe } from '../services/sessions/read-me.js';
import { revokeSession } from '../services/sessions/revoke-session.js';
import { signIn } from '../services/sessions/sign-in.js';
import { signOut } from '../services/sessions/sign-out.js';
import type { SignInOptions } from '../services/sessions/sign-in-options.js';
import { switchAgency } from '../services/sessions/switch-agency.js';
import { Access } from './access.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';
import { mePayload, signedInPayload } from './mapping/me-payload.js';
import { signedIn } from './signed-in.js';

@Resolver()
export class SessionResolver {
  @Access('signed-in')
  @Query(() => MeType, { description: 'Who asks, where they are, and what they may do there.' })
  async me(@Ctx() { kernel, visit }: GraphContext): Promise<MeType> {
    return new MeType(await readMe(kernel, signedIn(visit)));
  }

  @Access('signed-in')
  @Query(() => [SessionType], {
    description: 'Where the caller is signed in, at most 100, the last used first; of a key, none.',
  })
  async sessions(@Ctx() { kernel, visit }: GraphContext): Promise<readonly SessionType[]> {
    const sessions = await listSessions(kernel, signedIn(visit));
    return sessions.map((session) => new SessionType(session));
  }

  @Access('public')
  @Query(() => SignInOptionsType, {
    description: 'How people can sign in, besides with an e-mail address and a password.',
  })
  signInOptions(@Ctx() { kernel }: GraphContext): SignInOptions {
    return kernel.signInOptions;
  }

  @Access('public')
  @Mutation(() => MePayload, {
    description: 'Opens a session, which a cookie keeps. Too many failures are RATE_LIMITED.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Who, and what proves it.' })
    { email, password }: SignInInput,
    @Ctx() { kernel, visit }: GraphContext,
  ): Promise<MePayload> {
    return signedInPayload({ kernel, visit }, await signIn(kernel, visit, { email, password }));
  }

  @Access('signed-in')
  @Mutation(() => SignOutPayload, { description: 'Ends the session that this request came with.' })
  async signOut(@Ctx() { kernel, visit }: GraphContext): Promise<SignOutPayload> {
    const outcome = await signOut(kernel, { identity: signedIn(visit), visitor: visit });
    if (outcome.ok) visit.forgetSession();
    return new SignOutPayload(outcome);
  }

  @Access('signed-in')
  @Mutation(() => MePayload, {
    description:
      'Takes the session to another agency of the person. What is open with it is closed, and comes back there.',
  })
  async switchAgency(
    @Arg('id', () => ID, { description: 'Which agency.' }) id: string,
    @Ctx() { kernel, visit }: GraphContext,
  ): Promise<MePayload> {
    return mePayload(kernel, await switchAgency(kernel, signedIn(visit), uuidOf('agency', id)));
  }

  @Access('signed-in')
  @Mutation(() => RevokeSessionPayload, {
    description:
      "Ends one of the caller's own sessions: what is open with it is closed within seconds.",
  })
  async revokeSession(
    @Arg('id', () => ID, { description: 'Which session.' }) id: string,
    @Ctx() { kernel, visit }: GraphContext,
  ): Promise<RevokeSessionPayload> {
    const asking = { identity: signedIn(visit), visitor: visit };
    return new RevokeSessionPayload(await revokeSession(kernel, asking, uuidOf('session', id)));
  }
}
