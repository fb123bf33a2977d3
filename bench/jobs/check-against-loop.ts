import { systemClock } from '../../src/platform/clock.js';
import { checkBudgets, CheckRound } from '../../src/services/budgets/check-budgets.js';
import { campaignId } from '../estate/campaign-ids.js';
import type { Estate } from '../estate/estate.js';
import { median, ratiosOf, takeTurns } from '../rounds.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';
import { elapsedMs, withBookKernel } from './book-kernel.js';
import { beginFlights } from './due-flights.js';
import { checkRowByRow } from './row-by-row.js';

const DEMAND: Demand = {
  what: '`budget-check` of 100 000 due campaigns against the row-by-row loop',
  unit: 'x',
  better: 'MORE',
  atLeast: 50,
  goal: 200,
};
const CAMPAIGNS = 100_000;
/** The loop takes as long for each, so a sample is enough. */
const SAMPLE = 2_000;

/** Everything due at once: by sets, and one campaign after the other. */
export const checkAgainstLoop: Measure = {
  name: 'check-loop',
  demands: [DEMAND],
  run: measureAgainstLoop,
};

async function measureAgainstLoop(bench: Bench): Promise<Outcome> {
  const estate = await bench.estate(CAMPAIGNS);
  await estate.execute(beginFlights('true'), 'vacuum (analyze) campaign');
  const times = await takeTurns(
    { check: () => checkMs(estate), loop: () => loopMs(estate) },
    { rounds: ROUNDS, say: bench.say },
  );
  const notes = [
    `${median(times.check).toFixed(0)} ms by the check, ${(median(times.loop) / 1000).toFixed(0)} s by the loop, which is measured over ${SAMPLE} campaigns and scaled to ${CAMPAIGNS}`,
    'the check also writes the history and tells subscribers; the loop does neither',
  ];
  return { readings: [{ demand: DEMAND, rounds: ratiosOf(times.loop, times.check), notes }] };
}

async function checkMs(due: Estate): Promise<number> {
  const estate = await due.copy();
  const ms = await withBookKernel({ url: estate.url, clock: systemClock }, async (kernel) => {
    let changes = 0;
    const elapsed = await elapsedMs(async () => {
      ({ changes } = await checkBudgets(kernel, new CheckRound()));
    });
    if (changes !== CAMPAIGNS) throw new Error(`${changes} campaigns were started, not all`);
    return elapsed;
  });
  await estate.drop();
  return ms;
}

async function loopMs(due: Estate): Promise<number> {
  const estate = await due.copy();
  const step = CAMPAIGNS / SAMPLE;
  const campaignIds = Array.from({ length: SAMPLE }, (_, n) => campaignId(n * step));
  const now = systemClock.now();
  const ms = await elapsedMs(() => checkRowByRow(estate.superuserUrl, { campaignIds, now }));
  await estate.drop();
  return ms * step;
}
