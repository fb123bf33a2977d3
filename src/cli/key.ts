import { Command, Option } from 'commander';
import type { ApiKey } from '../domain/access/api-key.js';
import { KEY_ROLES, type KeyRole } from '../domain/access/role.js';
import { decodeId, encodeId } from '../domain/ids.js';
import { InputError } from '../domain/errors.js';
import { formatInstant, type Instant } from '../domain/time/instant.js';
import { systemClock } from '../platform/clock.js';
import { AGENCY_OPTION } from './agency-option.js';
import type { CommandGroup, ManagementCommand } from './command.js';
import { expiryOf } from './expiry.js';

interface CreateOptions {
  readonly agency?: string;
  readonly role: KeyRole;
  readonly brand?: readonly string[];
  readonly expires?: string;
}

/** `key create NAME`: makes a key. */
const createCommand: ManagementCommand = {
  create: () =>
    new Command('create')
      .summary('make a key')
      .description('Make a key for a machine. Its token is shown once and kept nowhere.')
      .argument('<name>', 'its name, such as what it is for')
      .addOption(
        new Option('--role <role>', 'what it may do').choices(KEY_ROLES).makeOptionMandatory(),
      )
      .option(...AGENCY_OPTION)
      .option('--brand <id...>', 'for which brands, by id or external id; absent: all')
      .option('--expires <when>', 'when it ends: in so many days, or at an instant; absent: never'),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { agency = null, role, brand, expires } = given.opts<CreateOptions>();
    const name = given.args[0] ?? '';
    const expiresAt = expires === undefined ? null : expiryOf(expires, systemClock);
    return async ({ kernel, callerIn }) => {
      const [{ createKey }, { findBrandIdsByKeys }, { accepted }] = await Promise.all([
        import('../services/keys/create-key.js'),
        import('../services/brands/find-brand-ids.js'),
        import('../services/refusal.js'),
      ]);
      const caller = await callerIn(agency);
      const brandIds = brand ? await findBrandIdsByKeys(kernel, caller, brand) : null;
      const request = { name, role, brandIds, expiresAt };
      const { key, token } = accepted(await createKey(kernel, caller, request));
      return {
        ok: true,
        lines: [
          `Made the key "${key.name}" (${encodeId('key', key.id)}). Its token is`,
          `  ${token}`,
        ],
        next: ['Keep it now: it is not shown again. Send it as "Authorization: Bearer …".'],
        facts: { ...factsOf(key), token },
      };
    };
  },
};

/** `key list`: the keys of an agency. */
const listCommand: ManagementCommand = {
  create: () =>
    new Command('list')
      .summary('list the keys of an agency')
      .description("List an agency's keys, the newest first, also those that are no longer good.")
      .option(...AGENCY_OPTION),
  schema: 'READ_ONLY',
  prepare: (given) => {
    const { agency = null } = given.opts<{ agency?: string }>();
    return async ({ kernel, callerIn }) => {
      const { listAllKeys } = await import('../services/keys/list-all-keys.js');
      const keys = (await listAllKeys(kernel, await callerIn(agency))).map(factsOf);
      return {
        ok: true,
        lines: keys.map(
          ({ id, prefix, role, name, ...key }) =>
            `${id}  ${prefix}…  ${role}  ${name}${stateOf(key)}`,
        ),
        next: keys.length === 0 ? ['Make one with "npm run paceline -- key create".'] : [],
        facts: { keys },
      };
    };
  },
};

/** `key revoke ID`: ends a key. */
const revokeCommand: ManagementCommand = {
  create: () =>
    new Command('revoke')
      .summary('end a key for ever')
      .description('End a key for ever: what is open with it is closed within seconds.')
      .argument('<id>', 'its id, as "key list" shows it')
      .option(...AGENCY_OPTION),
  schema: 'MIGRATED',
  prepare: (given) => {
    const { agency = null } = given.opts<{ agency?: string }>();
    const id = decodeId('key', given.args[0] ?? '');
    if (id === null) throw new InputError(['id'], 'A key is named by its id, such as key_….');
    return async ({ kernel, callerIn }) => {
      const [{ revokeKey }, { accepted }] = await Promise.all([
        import('../services/keys/revoke-key.js'),
        import('../services/refusal.js'),
      ]);
      const key = accepted(await revokeKey(kernel, await callerIn(agency), id));
      return {
        ok: true,
        lines: [`The key "${key.name}" is revoked.`],
        next: [],
        facts: factsOf(key),
      };
    };
  },
};

/** `key`: makes, lists and revokes keys. */
export const keyCommands: CommandGroup = {
  create: () =>
    new Command('key')
      .summary('make, list and revoke keys')
      .description('Make, list and revoke the keys with which machines come in.'),
  commands: [createCommand, listCommand, revokeCommand],
};

function factsOf({ id, name, prefix, role, brandIds, createdBy, ...at }: ApiKey) {
  return {
    ...{ id: encodeId('key', id), name, prefix, role, createdBy },
    brands: brandIds?.map((brandId) => encodeId('brand', brandId)) ?? null,
    createdAt: formatInstant(at.createdAt),
    lastUsedAt: instantOrNull(at.lastUsedAt),
    expiresAt: instantOrNull(at.expiresAt),
    revokedAt: instantOrNull(at.revokedAt),
  };
}

function instantOrNull(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

function stateOf(key: { readonly expiresAt: string | null; readonly revokedAt: string | null }) {
  if (key.revokedAt !== null) return `  revoked ${key.revokedAt}`;
  return key.expiresAt === null ? '' : `  until ${key.expiresAt}`;
}
