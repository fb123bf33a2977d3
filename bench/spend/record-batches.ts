import { startProgram } from '../chaos/program.js';
import { interleave, median, type Rates } from '../rounds.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand, Reading } from '../table/reading.js';
import { copyToLedger } from './copy-to-ledger.js';
import { BATCH_SIZE, SpendClients } from './spend-clients.js';

const CAMPAIGNS = 100_000;
const HOT_CAMPAIGNS = 20;
const CONNECTIONS = 2;
const ROUND_MS = 4_000;
const WARM_UP_MS = 8_000;

const HOT: Demand = {
  what: '`recordSpendBatch` of 1 000: events/s against COPY of the bare ledger, 20 hot campaigns',
  unit: 'x',
  better: 'MORE',
  atLeast: 0.22,
  goal: 0.4,
};
const SPREAD: Demand = {
  what: 'the same, spread over 100 000 campaigns',
  unit: 'x',
  better: 'MORE',
  atLeast: 0.12,
  goal: 0.2,
};

/** Spends sent in batches, against rows that are copied into the ledger and counted nowhere. */
export const recordBatches: Measure = {
  name: 'record-batches',
  demands: [HOT, SPREAD],
  run: measureBatches,
};

async function measureBatches({ estate: open, endings, say }: Bench): Promise<Outcome> {
  const estate = await open(CAMPAIGNS);
  const peers = await estate.copy();
  const program = await startProgram({ DATABASE_URL: estate.url, ROLES: 'api' });
  endings.defer(async () => {
    await program.end('SIGTERM');
  });
  const clients = await SpendClients.connect(program.url, CONNECTIONS);
  endings.defer(() => {
    clients.close();
  });
  const readings: Reading[] = [];
  for (const [demand, campaigns] of [
    [HOT, HOT_CAMPAIGNS],
    [SPREAD, CAMPAIGNS],
  ] as const) {
    const ours = clients.batches(campaigns);
    say(`${campaigns} campaigns: warming up`);
    await ours.run(WARM_UP_MS);
    const contenders = [copyToLedger(peers, campaigns), ours];
    const settings = { rounds: ROUNDS, durationMs: ROUND_MS };
    readings.push(readingOf(demand, await interleave(contenders, settings)));
  }
  return { readings };
}

function readingOf(demand: Demand, [copy, ours]: readonly Rates[]): Reading {
  const rate = (rates: Rates | undefined): string => median(rates?.perSecond ?? []).toFixed(0);
  return {
    demand,
    rounds: (ours?.perSecond ?? []).map((events, i) => events / (copy?.perSecond[i] ?? Number.NaN)),
    notes: [
      `${rate(ours)} events/s in batches of ${BATCH_SIZE} over ${CONNECTIONS} connections; COPY into the ledger table with its indexes, one stream, on a copy of the database: ${rate(copy)} rows/s`,
    ],
  };
}
