import { Command } from 'commander';
import { encodeId } from '../domain/ids.js';
import { formatInstant } from '../domain/time/instant.js';
import type { CommandGroup, ManagementCommand } from './command.js';
import { linkAdvice } from './link-advice.js';

/** `agency create NAME`: makes an agency with its owner. */
const createCommand: ManagementCommand = {
  create: () =>
    new Command('create')
      .summary('make an agency with its owner')
      .description(
        'Make an agency with its owner: somebody who is known by their e-mail address already, or a new ' +
          'person, for whom a link to choose a password is shown once.',
      )
      .argument('<name>', "the agency's name")
      .requiredOption('--owner <email>', "the owner's e-mail address")
      .option(
        '--owner-name <name>',
        'the name of an owner who is new; absent: as the address begins',
      ),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { owner: email, ownerName = null } = given.opts<{ owner: string; ownerName?: string }>();
    const request = { name: given.args[0] ?? '', owner: { email, name: ownerName } };
    return async ({ kernel, requestId }) => {
      const [{ createAgency }, { accepted }] = await Promise.all([
        import('../services/agencies/create-agency.js'),
        import('../services/refusal.js'),
      ]);
      const made = accepted(await createAgency(kernel, request, requestId));
      const { agency, owner, passwordLink } = made;
      const id = encodeId('agency', agency.id);
      const ownerId = encodeId('person', owner.personId);
      return {
        ok: true,
        lines: [
          `Made the agency "${agency.name}" (${id}). Its owner is ${owner.email} (${ownerId}).`,
        ],
        next: linkAdvice(passwordLink),
        facts: {
          agency: { id, name: agency.name },
          owner: { id: ownerId, email: owner.email },
          passwordLink,
        },
      };
    };
  },
};

/** `agency list`: all agencies. */
const listCommand: ManagementCommand = {
  create: () =>
    new Command('list')
      .summary('list all agencies')
      .description('List all agencies, the oldest first.'),
  schema: 'READ_ONLY',
  prepare:
    () =>
    async ({ kernel }) => {
      const { listAgencies } = await import('../services/agencies/list-agencies.js');
      const agencies = (await listAgencies(kernel)).map(({ id, createdAt, ...agency }) => ({
        id: encodeId('agency', id),
        ...agency,
        createdAt: formatInstant(createdAt),
      }));
      return {
        ok: true,
        lines: agencies.map(
          ({ id, name, members, brands }) =>
            `${id}  ${name}  (${members} members, ${brands} brands)`,
        ),
        next: agencies.length === 0 ? ['Make one with "npm run paceline -- agency create".'] : [],
        facts: { agencies },
      };
    },
};

/** `agency`: makes and lists agencies. */
export const agencyCommands: CommandGroup = {
  create: () =>
    new Command('agency').summary('make and list agencies').description('Make and list agencies.'),
  commands: [createCommand, listCommand],
};
