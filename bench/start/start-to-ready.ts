import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startProgram } from '../chaos/program.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';

const WARM: Demand = {
  what: 'warm start to ready',
  unit: 's',
  better: 'LESS',
  atLeast: 2,
  goal: 1,
};
const COLD: Demand = {
  what: 'cold start to ready (initdb and migrations, installed)',
  unit: 's',
  better: 'LESS',
  atLeast: 6,
  goal: 4,
};
/** What `npm start` runs, packages and build looked at and all. */
const START = resolve('scripts/start.mjs');
const MS_PER_SECOND = 1_000;

/** How long `npm start` takes until the program serves, the first time and every other time. */
export const startToReady: Measure = {
  name: 'start',
  demands: [WARM, COLD],
  run: measureStarts,
};

async function measureStarts({ endings, say }: Bench): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'paceline-bench-start-'));
  endings.defer(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  say('once unmeasured: what browsers are shown is built, code is compiled and kept');
  await secondsToReady(join(folder, 'first'), endings);
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const dataDir = join(folder, `round-${round}`);
    cold.push(await secondsToReady(dataDir, endings));
    warm.push(await secondsToReady(dataDir, endings));
    say(`round ${round}: cold ${cold.at(-1)?.toFixed(2)} s, warm ${warm.at(-1)?.toFixed(2)} s`);
  }
  const how =
    'from the start of what `npm start` runs to "Paceline is ready", embedded database included';
  return {
    readings: [
      { demand: WARM, rounds: warm, notes: [`${how}; its data are there`] },
      { demand: COLD, rounds: cold, notes: [`${how}; nothing is there, and no demo is made`] },
    ],
  };
}

async function secondsToReady(dataDir: string, endings: AsyncDisposableStack): Promise<number> {
  const startedAt = performance.now();
  const program = await startProgram({ DATA_DIR: dataDir, HOME: process.env['HOME'] }, START);
  const seconds = (performance.now() - startedAt) / MS_PER_SECOND;
  const running = endings.use(new AsyncDisposableStack());
  running.defer(async () => {
    await program.end('SIGTERM');
  });
  await running.disposeAsync();
  return seconds;
}
