import { FIRST_AGENCY_ID } from '../../src/domain/access/first-agency.js';
import { periodsAt } from '../../src/domain/brand/roll.js';
import { systemClock } from '../../src/platform/clock.js';
import { brandIdSql, campaignIdSql, CAMPAIGNS_PER_BRAND } from '../estate/campaign-ids.js';

export const PGBENCH_CLIENTS = 16;

/** How a transaction is put: as an application does it, or in one statement and one round trip. */
export type PgbenchScript = 'five-statements' | 'one-statement';

export interface ScriptSettings {
  readonly script: PgbenchScript;
  /** The first so many campaigns, each as often as any other. */
  readonly campaigns: number;
  readonly timeZone: string;
}

/** What pgbench sends for one event: the ledger row, and the day and month of campaign and brand. */
export function pgbenchScript({ script, campaigns, timeZone }: ScriptSettings): string {
  const { day, month } = periodsAt(systemClock.now(), timeZone);
  const owners = [campaignIdSql(':n::int'), brandIdSql(`:n::int / ${CAMPAIGNS_PER_BRAND}`)];
  const counters = owners.flatMap((owner) => [
    `('${FIRST_AGENCY_ID}', ${owner}, 'DAY', '${day.date}', 10000)`,
    `('${FIRST_AGENCY_ID}', ${owner}, 'MONTH', '${month.date}', 10000)`,
  ]);
  const entry = ledgerRow(day.date);
  const statements =
    script === 'one-statement'
      ? [`with entry as (${entry} returning 1) ${addTo(counters)}`]
      : ['begin', entry, ...counters.map((counter) => addTo([counter])), 'commit'];
  const variables = [`\\set n random(0, ${campaigns - 1})`];
  return `${[...variables, ...statements.map((text) => `${text};`)].join('\n')}\n`;
}

function ledgerRow(day: string): string {
  return `insert into spend_entry (agency_id, id, brand_id, campaign_id, kind, amount_micros, event_id,
    source, occurred_at, recorded_at, day, while_blocked)
  values ('${FIRST_AGENCY_ID}', uuidv7(), ${brandIdSql(`:n::int / ${CAMPAIGNS_PER_BRAND}`)},
    ${campaignIdSql(':n::int')}, 'SPEND', 10000, uuidv7()::text, 'bench', now(), now(),
    '${day}', false)
  on conflict (agency_id, source, event_id) do nothing`;
}

function addTo(counters: readonly string[]): string {
  return `insert into counter as c (agency_id, owner_id, period, date, true_spent_micros)
  values ${counters.join(', ')}
  on conflict (agency_id, owner_id, period, date)
  do update set true_spent_micros = c.true_spent_micros + excluded.true_spent_micros`;
}
