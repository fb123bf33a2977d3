import type { Agency } from '../../domain/access/agency.js';
import { InputError } from '../../domain/errors.js';
import { decodeId, encodeId } from '../../domain/ids.js';
import { findAgencies } from '../../persistence/queries/read-agencies.js';
import { isStorableText } from '../../persistence/storable-text.js';
import type { AccessKernel } from '../access-kernel.js';

/** So many are listed for the operator to choose from. */
const MAX_LISTED = 20;

/**
 * The agency that a command is for: the one with this id (as clients see it) or name, or the only
 * one there is if null. Throws InputError, with the list, where that is none or several.
 */
export async function chooseAgency(
  { database }: Pick<AccessKernel, 'database'>,
  wanted: string | null,
): Promise<Agency> {
  if (wanted !== null && !isStorableText(wanted)) throw notFound(wanted);
  const key = wanted === null ? null : { id: decodeId('agency', wanted), name: wanted };
  const found = await findAgencies(database.everywhere, key, MAX_LISTED + 1);
  const [agency, ...others] = found;
  if (agency === undefined) throw notFound(wanted);
  if (others.length > 0) throw ambiguous(wanted, found);
  return agency;
}

function notFound(wanted: string | null): InputError {
  const what = wanted === null ? 'There is no agency' : `No agency has the id or name ${wanted}`;
  return new InputError(['agency'], `${what}: "agency list" shows all, "agency create" makes one.`);
}

function ambiguous(wanted: string | null, found: readonly Agency[]): InputError {
  const what =
    wanted === null ? 'There are several agencies' : `Several agencies are named ${wanted}`;
  const lines = found
    .slice(0, MAX_LISTED)
    .map(({ id, name }) => `  ${encodeId('agency', id)} ${name}`);
  const more = found.length > MAX_LISTED ? ['  … and more: see "agency list"'] : [];
  return new InputError(
    ['agency'],
    [`${what}: say which with --agency.`, ...lines, ...more].join('\n'),
  );
}
