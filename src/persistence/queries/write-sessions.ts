import type { AgencyId, PersonId, SessionId } from '../../domain/ids.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';

/** A session to be opened. */
export interface NewSession {
  readonly id: SessionId;
  readonly personId: PersonId;
  /** Null: the agency of the person's last session if they are still in it, or else their first. */
  readonly agencyId: AgencyId | null;
  readonly tokenHash: string;
  readonly origin: string;
  readonly userAgent: string | null;
  readonly maxAgeSeconds: number;
}

export async function insertSession(unit: UnitOfWork, session: NewSession): Promise<void> {
  const { id, personId, agencyId, tokenHash, origin, userAgent, maxAgeSeconds } = session;
  await unit.rows(
    `insert into session (id, person_id, agency_id, token_hash, origin, user_agent, expires_at)
     values ($1, $2, coalesce($3::uuid,
       (select s.agency_id from session s
        join membership m on m.person_id = s.person_id and m.agency_id = s.agency_id
        where s.person_id = $2 order by s.last_used_at desc, s.id desc limit 1),
       (select m.agency_id from membership m
        where m.person_id = $2 order by m.created_at, m.agency_id limit 1)),
       $4, $5, $6, clock_timestamp() + make_interval(secs => $7))`,
    [id, personId, agencyId, tokenHash, origin, userAgent, maxAgeSeconds],
  );
}

/** Ends the oldest of a person's live sessions, if there are more than that. */
export async function revokeOldestSessions(
  unit: UnitOfWork,
  personId: PersonId,
  maxLive: number,
): Promise<void> {
  await unit.rows(
    `update session set revoked_at = clock_timestamp() where id in (
       select id from session
       where person_id = $1 and revoked_at is null and expires_at > clock_timestamp()
       order by created_at desc, id desc offset $2)`,
    [personId, maxLive],
  );
}

/** Forgets a person's sessions that ended long ago. */
export async function pruneSessions(unit: UnitOfWork, personId: PersonId): Promise<void> {
  await unit.rows(
    `delete from session where person_id = $1
       and least(revoked_at, expires_at) < clock_timestamp() - interval '90 days'`,
    [personId],
  );
}

/** Ends all sessions of a person but one, or all if it is null. */
export async function revokeSessionsOf(
  unit: UnitOfWork,
  personId: PersonId,
  except: SessionId | null,
): Promise<void> {
  await unit.rows(
    `update session set revoked_at = clock_timestamp()
     where person_id = $1 and revoked_at is null and id is distinct from $2::uuid`,
    [personId, except],
  );
}

/** Ends a live session of a person; says whether it was one. */
export async function revokeSessionOf(
  sql: Sql,
  personId: PersonId,
  id: SessionId,
): Promise<boolean> {
  const rows = await sql.rows(
    `update session set revoked_at = clock_timestamp()
     where id = $2 and person_id = $1 and revoked_at is null and expires_at > clock_timestamp()
     returning 1`,
    [personId, id],
  );
  return rows.length > 0;
}

/** Takes a person's session to an agency that they are in; says whether they are. */
export async function moveSession(sql: Sql, id: SessionId, agencyId: AgencyId): Promise<boolean> {
  const rows = await sql.rows(
    `update session s set agency_id = $2 where s.id = $1 and exists (
       select from membership m where m.person_id = s.person_id and m.agency_id = $2)
     returning 1`,
    [id, agencyId],
  );
  return rows.length > 0;
}
