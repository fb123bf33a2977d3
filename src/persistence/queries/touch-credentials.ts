import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';
import type { CredentialIds } from './read-identities.js';

// Whoever holds one of the rows is changing it, or has just used it too: it is left out, not waited for.
const TOUCH = statement(`
  with used_session as (
    select id from session
    where id = any($1::uuid[]) and last_used_at < clock_timestamp() - interval '1 minute'
    for update skip locked
  ), used_key as (
    select agency_id, id from api_key
    where (agency_id, id) in (select * from unnest($2::uuid[], $3::uuid[]))
      and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')
    for update skip locked
  ), touched as (
    update session s set last_used_at = clock_timestamp() from used_session u where s.id = u.id
  )
  update api_key k set last_used_at = clock_timestamp() from used_key u
  where k.agency_id = u.agency_id and k.id = u.id`);

/** Keeps that these credentials have just been used, each at most once a minute. */
export async function touchCredentials(sql: Sql, { sessions, keys }: CredentialIds): Promise<void> {
  const [agencyIds, ids] = [keys.map(({ agencyId }) => agencyId), keys.map(({ id }) => id)];
  await sql.rows(TOUCH, [sessions, agencyIds, ids]);
}
