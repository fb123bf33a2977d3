/**
 * The statement after which campaigns wait for the beginning of a flight that has begun a minute ago,
 * and so are due. `condition` says which, of campaign `c`.
 */
export function beginFlights(condition: string): string {
  return `update campaign c set starts_at = x.at, status = 'INACTIVE', status_since = c.created_at,
      blockers = jsonb_build_array(jsonb_build_object('code', 'NOT_STARTED',
        'since', floor(extract(epoch from c.created_at) * 1000)::bigint)),
      next_transition_at = x.at
    from (select date_trunc('minute', now()) - interval '1 minute' as at) x
    where ${condition}`;
}
