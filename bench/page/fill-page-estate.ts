/** A campaign of so many has exhausted its daily budget. */
const EXHAUSTED_EVERY = 4;

/**
 * The statements after which every campaign of an estate has a schedule, always open and so without a
 * next change, and every fourth is paused by its budget; with the view that gives PostGraphile what was
 * spent: it knows nothing of a brand's current day.
 */
export const PAGE_STATEMENTS: readonly string[] = [
  `insert into schedule_window (agency_id, campaign_id, position, days, start_minute, end_minute)
   select c.agency_id, c.id, w.position, w.days, 0, 1440 from campaign c
   cross join (values (0, '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY}'::text[]),
     (1, '{SATURDAY,SUNDAY}')) as w (position, days)`,
  `update campaign c set daily_budget_micros = n.true_spent_micros, status = 'PAUSED',
     blockers = jsonb_build_array(jsonb_build_object('code', 'DAILY_BUDGET',
       'since', floor(extract(epoch from c.created_at) * 1000)::bigint)),
     next_transition_at = b.day_ends_at
   from counter n, brand b
   where n.agency_id = c.agency_id and n.owner_id = c.id and n.period = 'DAY'
     and b.agency_id = c.agency_id and b.id = c.brand_id
     and mod(('x' || right(c.id::text, 8))::bit(32)::int, ${EXHAUSTED_EVERY}) = 0`,
  `create view campaign_usage as
   select c.agency_id, c.id as campaign_id,
     greatest(coalesce(d.true_spent_micros - d.offset_micros, 0), 0) as day_spent_micros,
     greatest(coalesce(m.true_spent_micros - m.offset_micros, 0), 0) as month_spent_micros
   from campaign c
   join brand b on b.agency_id = c.agency_id and b.id = c.brand_id
   left join counter d on d.agency_id = c.agency_id and d.owner_id = c.id and d.period = 'DAY'
     and d.date = b.day
   left join counter m on m.agency_id = c.agency_id and m.owner_id = c.id and m.period = 'MONTH'
     and m.date = b.month`,
  `comment on view campaign_usage is
   E'@primaryKey agency_id,campaign_id\\n@foreignKey (agency_id, campaign_id) references campaign (agency_id, id)|@fieldName campaign|@foreignFieldName usage'`,
  `vacuum (analyze)`,
];
