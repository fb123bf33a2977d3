import { periodsAt } from '../../src/domain/brand/roll.js';
import { formatInstant, type Instant } from '../../src/domain/time/instant.js';
import { systemClock } from '../../src/platform/clock.js';
import { applyDue } from '../../src/services/budgets/apply-due.js';
import type { Estate } from '../estate/estate.js';
import { median, ratiosOf, takeTurns } from '../rounds.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';
import { elapsedMs, withBookKernel } from './book-kernel.js';
import { bareMidnight, exhaustAll } from './midnight-statements.js';

const DEMAND: Demand = {
  what: 'midnight for 100 000 exhausted campaigns: all ACTIVE again, closed, in the outbox',
  unit: 'x',
  better: 'LESS',
  atLeast: 2,
  goal: 1.3,
};
const CAMPAIGNS = 100_000;
const AFTER_MIDNIGHT_MS = 5;

/** What a new day costs where every campaign waits for it, against the statements that write as much. */
export const midnight: Measure = {
  name: 'midnight',
  demands: [DEMAND],
  run: measureMidnight,
};

async function measureMidnight(bench: Bench): Promise<Outcome> {
  const estate = await bench.estate(CAMPAIGNS);
  const { day } = periodsAt(systemClock.now(), estate.timeZone);
  await estate.execute(...exhaustAll(formatInstant(day.endsAt)), 'vacuum (analyze)');
  const at = day.endsAt + AFTER_MIDNIGHT_MS;
  const times = await takeTurns(
    { ours: () => oursMs(estate, at), bare: () => bareMs(estate, at) },
    { rounds: ROUNDS, say: bench.say },
  );
  const notes = [
    `${median(times.ours).toFixed(0)} ms against ${median(times.bare).toFixed(0)} ms, in ${CAMPAIGNS / 20} brands; the clock is set to 5 ms after their midnight`,
    'the bare statements decide nothing and lock no brand: they write the states, the history, the closes, the periods and the outbox in one transaction',
  ];
  return { readings: [{ demand: DEMAND, rounds: ratiosOf(times.ours, times.bare), notes }] };
}

async function oursMs(exhausted: Estate, at: Instant): Promise<number> {
  const estate = await exhausted.copy();
  const clock = { now: () => at };
  const ms = await withBookKernel({ url: estate.url, clock }, async (kernel) => {
    let changes = 0;
    const elapsed = await elapsedMs(async () => {
      ({ changes } = await applyDue(kernel));
    });
    if (changes !== CAMPAIGNS) throw new Error(`${changes} campaigns were started, not all`);
    return elapsed;
  });
  await estate.drop();
  return ms;
}

async function bareMs(exhausted: Estate, at: Instant): Promise<number> {
  const estate = await exhausted.copy();
  const statements = bareMidnight(at, estate.timeZone);
  const ms = await elapsedMs(() => estate.execute('begin', ...statements, 'commit'));
  await estate.drop();
  return ms;
}
