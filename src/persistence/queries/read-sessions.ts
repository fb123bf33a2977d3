import type { Session } from '../../domain/access/session.js';
import type { PersonId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

const LIVE = statement(`
  select s.id, s.agency_id as "agencyId", s.origin, s.user_agent as "userAgent",
    s.created_at as "createdAt", s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt"
  from session s
  where s.person_id = $1 and s.revoked_at is null and s.expires_at > clock_timestamp()
  order by s.last_used_at desc, s.id desc limit $2`);

/** A person's live sessions, those that were used last first, at most `limit`. */
export function readSessions(
  sql: Sql,
  personId: PersonId,
  limit: number,
): Promise<readonly Session[]> {
  return sql.rows<Session>(LIVE, [personId, limit]);
}
