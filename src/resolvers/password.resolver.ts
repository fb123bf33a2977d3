import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { ok } from '../domain/result.js';
import { ChangePasswordInput } from '../schema/password/change-password-input.js';
import { CreatePasswordLinkPayload } from '../schema/password/create-password-link-payload.js';
import { ResetPasswordInput } from '../schema/password/reset-password-input.js';
import { MePayload } from '../schema/person/me-payload.js';
import { changePassword } from '../services/people/change-password.js';
import { createPasswordLink } from '../services/people/create-password-link.js';
import { resetPassword } from '../services/people/reset-password.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';
import { mePayload, signedInPayload } from './mapping/me-payload.js';
import { signedIn } from './signed-in.js';

@Resolver()
export class PasswordResolver {
  @Access('signed-in')
  @Mutation(() => MePayload, {
    description: "Changes the caller's own password. Their sessions elsewhere end.",
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The present password and the new.' })
    { currentPassword, newPassword }: ChangePasswordInput,
    @Ctx() { kernel, visit }: GraphContext,
  ): Promise<MePayload> {
    const identity = signedIn(visit);
    const asking = { identity, visitor: visit };
    const outcome = await changePassword(kernel, asking, { currentPassword, newPassword });
    return mePayload(kernel, outcome.ok ? ok(identity) : outcome);
  }

  @Access('public')
  @Mutation(() => MePayload, {
    description: 'Sets a password by a one-time link, and opens a session. All others end.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the password.' })
    { token, password }: ResetPasswordInput,
    @Ctx() { kernel, visit }: GraphContext,
  ): Promise<MePayload> {
    const outcome = await resetPassword(kernel, visit, { token, password });
    return signedInPayload({ kernel, visit }, outcome);
  }

  @Access('member:write')
  @Mutation(() => CreatePasswordLinkPayload, {
    description:
      'Makes a link by which a member, who is in no other agency, can set a password once within 24 hours.',
  })
  async createPasswordLink(
    @Arg('id', () => ID, { description: "Which member: the person's id." }) id: string,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<CreatePasswordLinkPayload> {
    const outcome = await createPasswordLink(kernel, caller, uuidOf('person', id));
    return new CreatePasswordLinkPayload(outcome);
  }
}
