import { InputError } from '../../domain/errors.js';
import type { IdKind } from '../../domain/ids.js';
import { uuidOf } from '../decode-ids.js';

type Key = { readonly id: string } | { readonly externalId: string };
type Given = string | null | undefined;

/** What names a single object. Throws an InputError unless exactly one of both is given. */
export function findKey(kind: IdKind, id: Given, externalId: Given): Key {
  if (typeof id === 'string' && typeof externalId !== 'string') return { id: uuidOf(kind, id) };
  if (typeof externalId === 'string' && typeof id !== 'string') return { externalId };
  throw new InputError(['id'], 'Exactly one of id and externalId must be given.');
}
