import { Command, Option } from 'commander';
import { MEMBER_ROLES, type MemberRole } from '../domain/access/role.js';
import { encodeId } from '../domain/ids.js';
import { formatInstant } from '../domain/time/instant.js';
import { AGENCY_OPTION } from './agency-option.js';
import type { CommandGroup, ManagementCommand } from './command.js';
import { linkAdvice } from './link-advice.js';

interface CreateOptions {
  readonly agency?: string;
  readonly role: MemberRole;
  readonly brand?: readonly string[];
  readonly name?: string;
}

/** `user create EMAIL`: makes somebody a member of an agency. */
const createCommand: ManagementCommand = {
  create: () =>
    new Command('create')
      .summary('make somebody a member of an agency')
      .description(
        'Make somebody a member of an agency: a person who is known by their e-mail address already, or ' +
          'a new one, for whom a link to choose a password is shown once.',
      )
      .argument('<email>', 'their e-mail address')
      .option(...AGENCY_OPTION)
      .addOption(
        new Option('--role <role>', 'what they may do').choices(MEMBER_ROLES).makeOptionMandatory(),
      )
      .option('--brand <id...>', 'for which brands, by id or external id; absent: all')
      .option('--name <name>', 'the name of a person who is new; absent: as the address begins'),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { agency = null, role, brand, name = null } = given.opts<CreateOptions>();
    const email = given.args[0] ?? '';
    return async ({ kernel, callerIn }) => {
      const [{ addMember }, { findBrandIdsByKeys }, { accepted }] = await Promise.all([
        import('../services/members/add-member.js'),
        import('../services/brands/find-brand-ids.js'),
        import('../services/refusal.js'),
      ]);
      const caller = await callerIn(agency);
      const brandIds = brand ? await findBrandIdsByKeys(kernel, caller, brand) : null;
      const request = { email, name, role, brandIds };
      const { member, passwordLink } = accepted(await addMember(kernel, caller, request));
      const id = encodeId('person', member.personId);
      return {
        ok: true,
        lines: [`${member.email} (${id}) is a member now, with the role ${role}.`],
        next: linkAdvice(passwordLink),
        facts: { id, email: member.email, role, passwordLink },
      };
    };
  },
};

/** `user reset-link EMAIL`: a link to choose a new password. */
const resetLinkCommand: ManagementCommand = {
  create: () =>
    new Command('reset-link')
      .summary('make a link to choose a new password')
      .description(
        'Make a link with which somebody can choose a new password, once. It is shown once. The links ' +
          'made before are no longer good; the present password is, until a new one is chosen.',
      )
      .argument('<email>', 'their e-mail address'),
  schema: 'MIGRATED',
  prepare: (given) => {
    const email = given.args[0] ?? '';
    return async ({ kernel, requestId }) => {
      const [{ renewPasswordLink }, { accepted }] = await Promise.all([
        import('../services/people/renew-password-link.js'),
        import('../services/refusal.js'),
      ]);
      const { link, expiresAt } = accepted(await renewPasswordLink(kernel, email, requestId));
      return {
        ok: true,
        lines: [`Made a link for ${email}.`],
        next: linkAdvice(link),
        facts: { email, passwordLink: link, expiresAt: formatInstant(expiresAt) },
      };
    };
  },
};

/** `user deactivate EMAIL`: keeps somebody out everywhere. */
const deactivateCommand: ManagementCommand = {
  create: () =>
    new Command('deactivate')
      .summary('keep somebody out everywhere')
      .description(
        'Keep somebody out of all agencies: they can no longer sign in, and are signed out everywhere. ' +
          'What they did stays, and keys they made go on working.',
      )
      .argument('<email>', 'their e-mail address'),
  schema: 'MIGRATED',
  prepare: (given) => {
    const email = given.args[0] ?? '';
    return async ({ kernel, requestId }) => {
      const [{ deactivatePerson }, { accepted }] = await Promise.all([
        import('../services/people/deactivate-person.js'),
        import('../services/refusal.js'),
      ]);
      const { personId, agencies } = accepted(await deactivatePerson(kernel, email, requestId));
      const ownerless = agencies.filter(({ hasOwner }) => !hasOwner);
      return {
        ok: true,
        lines: [`${email} can no longer sign in. They are in ${agencies.length} agencies.`],
        next: ownerless.map(
          ({ name }) =>
            `The agency "${name}" has no owner now who can sign in: make one with "user create".`,
        ),
        facts: {
          id: encodeId('person', personId),
          email,
          agencies: agencies.map(({ id, name, hasOwner }) => ({
            id: encodeId('agency', id),
            name,
            hasOwner,
          })),
        },
      };
    };
  },
};

/** `user`: makes members, gives them links, keeps them out. */
export const userCommands: CommandGroup = {
  create: () =>
    new Command('user')
      .summary('make members, give them links, keep them out')
      .description('Make people members of agencies, give them links, keep them out.'),
  commands: [createCommand, resetLinkCommand, deactivateCommand],
};
