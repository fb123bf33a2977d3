import { useQuery } from '@tanstack/react-query';
import { AuditObjectDocument, type AuditObjectQuery } from '../../client/generated/graphql.js';
import { ownZone } from '../../kit/format/time.js';
import { useClient } from '../../live/live-context.js';
import type { ValueSetting } from './audit-values.js';

/** What an object of the log is now: what it is called, and in what its values are told. */
export interface AuditObject extends ValueSetting {
  /** Null: it is not known, as of what is gone. */
  readonly name: string | null;
}

/** Kinds of objects that can be asked for their names. */
const NAMED: ReadonlySet<string> = new Set([
  'agency',
  'brand',
  'campaign',
  'invitation',
  'key',
  'person',
]);
const STALE_AFTER_MS = 10 * 60_000;

/** Looks up what an object is called; once for all rows that are about it. */
export function useAuditObject(kind: string, id: string | null): AuditObject {
  const { send } = useClient();
  const { data } = useQuery({
    queryKey: ['audit-object', id],
    queryFn: ({ signal }) => send(AuditObjectDocument, { id: id ?? '' }, signal),
    enabled: id !== null && NAMED.has(kind),
    staleTime: STALE_AFTER_MS,
  });
  return objectOf(data?.node ?? null);
}

function objectOf(node: AuditObjectQuery['node']): AuditObject {
  const plain = { name: null, currency: null, timeZone: ownZone() };
  switch (node?.__typename) {
    case 'Campaign':
      return { ...node.brand, name: node.name };
    case 'Brand':
      return node;
    case 'Invitation':
      return { ...plain, name: node.email };
    case 'Agency':
    case 'Key':
    case 'Member':
      return { ...plain, name: node.name };
    default:
      return plain;
  }
}
