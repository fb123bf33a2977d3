import { decodeId, type IdKind } from '../domain/ids.js';

/** The uuid that no row has. */
export const UNKNOWN_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The uuid of an id of that kind. One that is malformed or of another kind becomes a uuid that no
 * row has, so that it behaves everywhere as an unknown one does.
 */
export function uuidOf(kind: IdKind, id: string): string {
  return decodeId(kind, id) ?? UNKNOWN_ID;
}

/** The same for an id that need not be given; null if it is not. */
export function optionalUuid(kind: IdKind, id: string | null | undefined): string | null {
  return id === null || id === undefined ? null : uuidOf(kind, id);
}
