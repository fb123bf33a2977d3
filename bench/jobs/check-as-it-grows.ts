import { systemClock } from '../../src/platform/clock.js';
import { checkBudgets, CheckRound } from '../../src/services/budgets/check-budgets.js';
import type { BookKernel } from '../../src/services/kernel.js';
import { brandIdSql, CAMPAIGNS_PER_BRAND } from '../estate/campaign-ids.js';
import type { Estate } from '../estate/estate.js';
import { median, ratiosOf, takeTurns } from '../rounds.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';
import { elapsedMs, withBookKernel } from './book-kernel.js';
import { beginFlights } from './due-flights.js';

const DEMAND: Demand = {
  what: '`budget-check` with 1 000 campaigns due: 1 000 000 campaigns against 10 000',
  unit: 'x',
  better: 'LESS',
  atLeast: 1.5,
  goal: 1.1,
};
const MANY = 1_000_000;
const FEW = 10_000;
const DUE = 1_000;
/** Due campaigns come two a brand, so that as many brands are locked whatever there is. */
const DUE_BRANDS = 500;
const DUE_OF_BRAND = DUE / DUE_BRANDS;

/** What the check of what is due costs, as the number of campaigns that are not due grows. */
export const checkAsItGrows: Measure = {
  name: 'check-growth',
  demands: [DEMAND],
  run: measureGrowth,
};

async function measureGrowth(bench: Bench): Promise<Outcome> {
  bench.say(`making ${MANY} campaigns`);
  const many = await bench.estate(MANY);
  const few = await bench.estate(FEW);
  const times = await withWorker(many, (ofMany) =>
    withWorker(few, async (ofFew) => {
      const contenders = { many: () => checkMs(many, ofMany), few: () => checkMs(few, ofFew) };
      await contenders.many();
      await contenders.few();
      return takeTurns(contenders, { rounds: ROUNDS, say: bench.say });
    }),
  );
  const notes = [
    `${median(times.many).toFixed(0)} ms with ${MANY} campaigns, ${median(times.few).toFixed(0)} ms with ${FEW}: each time ${DUE} flights begin, in ${DUE_BRANDS} brands, and the round of the check goes on`,
  ];
  return { readings: [{ demand: DEMAND, rounds: ratiosOf(times.many, times.few), notes }] };
}

interface Worker {
  readonly kernel: BookKernel;
  readonly round: CheckRound;
}

function withWorker<T>({ url }: Estate, work: (worker: Worker) => Promise<T>): Promise<T> {
  return withBookKernel({ url, clock: systemClock }, (kernel) =>
    work({ kernel, round: new CheckRound() }),
  );
}

async function checkMs(estate: Estate, { kernel, round }: Worker): Promise<number> {
  await estate.execute(beginSome(estate.campaigns));
  let changes = 0;
  const ms = await elapsedMs(async () => {
    ({ changes } = await checkBudgets(kernel, round));
  });
  if (changes !== DUE) throw new Error(`${changes} campaigns were started, not ${DUE}`);
  return ms;
}

/** Two campaigns of every nth brand, by its first and last. */
function beginSome(campaigns: number): string {
  const step = campaigns / CAMPAIGNS_PER_BRAND / DUE_BRANDS;
  const brands = `select ${brandIdSql(`n * ${step}`)} from generate_series(0, ${DUE_BRANDS - 1}) n`;
  const ofBrand = `mod(('x' || right(c.id::text, 8))::bit(32)::int, ${CAMPAIGNS_PER_BRAND})`;
  return beginFlights(`c.brand_id in (${brands}) and ${ofBrand} < ${DUE_OF_BRAND}`);
}
