import type { Pool } from 'pg';
import { FIRST_AGENCY_ID } from '../../src/domain/access/first-agency.js';
import type { IdFactory } from '../../src/domain/ids.js';
import { periodsAt } from '../../src/domain/brand/roll.js';
import { formatInstant } from '../../src/domain/time/instant.js';
import type { Clock } from '../../src/platform/clock.js';
import type { Contender } from '../rounds.js';
import { brandId, campaignId, CAMPAIGNS_PER_BRAND } from './campaigns.js';

const CONNECTIONS = 16;
const AMOUNT_MICROS = 10_000;

/**
 * The same write, one transaction an event and one round trip a transaction: ledger row, four
 * counters, outbox row. It neither checks the campaign nor decides a status, so it does less.
 */
const WRITE_ONE = `
  with entry as (
    insert into spend_entry (agency_id, id, brand_id, campaign_id, kind, amount_micros, event_id,
      source, occurred_at, recorded_at, day, while_blocked)
    values ($1, $2, $3, $4, 'SPEND', $5, $6, 'bench', $7, $7, $8, false)
    on conflict (agency_id, source, event_id) do nothing
    returning 1
  ), counted as (
    insert into counter as c (agency_id, owner_id, period, date, true_spent_micros)
    values ($1, $4, 'DAY', $8, $5), ($1, $4, 'MONTH', $9, $5),
      ($1, $3, 'DAY', $8, $5), ($1, $3, 'MONTH', $9, $5)
    on conflict (agency_id, owner_id, period, date)
    do update set true_spent_micros = c.true_spent_micros + excluded.true_spent_micros
    returning 1
  )
  insert into outbox (agency_id, at, campaign_ids, brand_ids, change_ids)
  values ($1, $7, array[$4]::uuid[], array[$3]::uuid[], '{}')`;

/** Records spends as 16 clients do that know nothing of each other. */
export function transactionPerEvent(
  { pool, ids, clock }: { readonly pool: Pool; readonly ids: IdFactory; readonly clock: Clock },
  pick: () => number,
): Contender {
  const { day, month } = periodsAt(clock.now(), 'UTC');
  const writeOne = async (): Promise<void> => {
    const n = pick();
    const now = clock.now();
    const id = ids.next(now);
    await pool.query({
      name: 'write-one',
      text: WRITE_ONE,
      values: [
        FIRST_AGENCY_ID,
        id,
        brandId(Math.floor(n / CAMPAIGNS_PER_BRAND)),
        campaignId(n),
        AMOUNT_MICROS,
        id,
        formatInstant(now),
        day.date,
        month.date,
      ],
    });
  };
  return {
    name: `one transaction an event, ${CONNECTIONS} connections`,
    run: (durationMs) => inParallel(CONNECTIONS, durationMs, writeOne),
  };
}

/** Repeats a piece of work in so many lanes until the time is over; says how often it was done. */
export async function inParallel(
  lanes: number,
  durationMs: number,
  work: (lane: number) => Promise<void>,
): Promise<number> {
  const end = performance.now() + durationMs;
  let done = 0;
  const lane = async (_: unknown, number: number): Promise<void> => {
    while (performance.now() < end) {
      await work(number);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
