import type { AuditFilter } from '../../client/generated/graphql.js';
import { ownZone } from '../../kit/format/time.js';
import { endOfDate, startOfDate } from '../../kit/format/wall-time.js';
import type { Filter } from '../../kit/list/column.js';
import type { ListState } from '../../kit/list/list-state.js';
import { ACTION_OPTIONS, OBJECT_OPTIONS } from './audit-words.js';

/** What the log can be narrowed down by, besides the tools. */
export const AUDIT_FILTERS: readonly Filter[] = [
  { id: 'action', label: 'Anything done', options: ACTION_OPTIONS },
  { id: 'kind', label: 'Any kind of thing', options: OBJECT_OPTIONS },
];

/** The names in the address of what the tools set. */
export const AUDIT_TOOL_IDS: readonly string[] = ['actor', 'object', 'from', 'to'];

/** The filter that an address asks for; its days are those of the viewer's own clocks, both included. */
export function auditFilterOf({ filters }: ListState): AuditFilter {
  const { action = [], kind = [] } = filters;
  const one = (name: string): string | null => filters[name]?.[0] ?? null;
  const actorId = one('actor');
  const objectId = one('object');
  const from = startOfDate(one('from') ?? '', ownZone());
  const to = endOfDate(one('to') ?? '', ownZone());
  return {
    ...(action.length === 0 ? {} : { action: [...action] }),
    ...(kind.length === 0 ? {} : { objectKind: [...kind] }),
    ...(actorId === null ? {} : { actorId }),
    ...(objectId === null ? {} : { objectId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}
