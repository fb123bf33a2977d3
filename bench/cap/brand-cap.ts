import pg from 'pg';
import { startProgram } from '../chaos/program.js';
import { brandId, brandIdSql } from '../estate/campaign-ids.js';
import type { Estate } from '../estate/estate.js';
import { SpendSender } from '../live/spend-sender.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';

const DEMAND: Demand = {
  what: "a brand's cap reached with 1 000 campaigns: that one spend's commit",
  unit: 'ms',
  better: 'LESS',
  atLeast: 150,
  goal: 50,
};
const OF_BRAND = 1_000;
/** A brand can be exhausted once: the first ones warm the program up. */
const WARM_UPS = 5;
const BRANDS = WARM_UPS + ROUNDS;
const SPEND = '1';

/** How long whoever sends the spend that exhausts a brand waits, while all its campaigns are paused. */
export const brandCap: Measure = { name: 'brand-cap', demands: [DEMAND], run: measureBrandCap };

async function measureBrandCap({ estate: open, endings, say }: Bench): Promise<Outcome> {
  const estate = await open(BRANDS * OF_BRAND);
  await estate.execute(...largeBrands());
  const program = await startProgram({ DATABASE_URL: estate.url, ROLES: 'api' });
  endings.defer(async () => {
    await program.end('SIGTERM');
  });
  const sender = new SpendSender([program.url], 1);
  const rounds: number[] = [];
  for (let brand = 0; brand < BRANDS; brand += 1) {
    const startedAt = performance.now();
    await sender.send(brand * OF_BRAND, SPEND);
    rounds.push(performance.now() - startedAt);
    say(`brand ${brand + 1}: ${rounds.at(-1)?.toFixed(0)} ms`);
    await requireAllPaused(estate, brand);
  }
  sender.close();
  const notes = [
    `from sending the mutation over HTTP to its answer, which comes after the commit; ${WARM_UPS} brands before these ${ROUNDS} warm the program up`,
    `in that commit: the ledger row, the counters, ${OF_BRAND} campaigns paused, their history, the outbox`,
  ];
  return { readings: [{ demand: DEMAND, rounds: rounds.slice(WARM_UPS), notes }] };
}

/** The first brands get 1 000 campaigns each, and caps that the next spend reaches. */
function largeBrands(): readonly string[] {
  const n = `('x' || right(c.id::text, 8))::bit(32)::int`;
  return [
    `set session_replication_role = replica`,
    `update campaign c set brand_id = ${brandIdSql(`${n} / ${OF_BRAND}`)}`,
    `update brand b set daily_budget_micros = d.true_spent_micros + 1000000
     from counter d where d.agency_id = b.agency_id and d.owner_id = b.id and d.period = 'DAY'`,
    `vacuum (full, analyze) campaign`,
  ];
}

async function requireAllPaused({ superuserUrl }: Estate, brand: number): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int from campaign where brand_id = $1 and status = 'PAUSED'`,
    [brandId(brand)],
  );
  await client.end();
  if (rows[0]?.count !== OF_BRAND) throw new Error(`${rows[0]?.count ?? 0} campaigns were paused`);
}
