import { startProgram } from '../chaos/program.js';
import { interleave, median, type Rates } from '../rounds.js';
import type { Bench, Measure, Outcome } from '../table/measure.js';
import type { Demand, Reading } from '../table/reading.js';
import { Pgbench } from './pgbench.js';
import { PGBENCH_CLIENTS, type PgbenchScript } from './pgbench-scripts.js';
import { SpendClients } from './spend-clients.js';

const CAMPAIGNS = 100_000;
const HOT_CAMPAIGNS = 20;
const CONNECTIONS = 64;
/** Many short turns: what else the machine does comes and goes within seconds, and falls on all alike. */
const ROUNDS = 13;
const ROUND_MS = 2_000;
/** The code of a program that has just begun is not compiled yet, and nothing is in any cache. */
const WARM_UP_MS = 15_000;

const SPREAD: Demand = {
  what: '`recordSpend`, one event a mutation, 64 connections, spread over 100 000 campaigns: events/s against pgbench with 16 clients',
  unit: 'x',
  better: 'MORE',
  atLeast: 1,
  goal: 1.5,
};
const HOT: Demand = {
  what: 'the same on 20 hot campaigns of one brand',
  unit: 'x',
  better: 'MORE',
  atLeast: 2.5,
  goal: 4,
};

/** Spends sent one by one over HTTP, against transactions sent one by one to the same server. */
export const recordSpend: Measure = {
  name: 'record-spend',
  demands: [SPREAD, HOT],
  run: measureRecordSpend,
};

async function measureRecordSpend({ estate: open, endings, say }: Bench): Promise<Outcome> {
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
  say('each campaign once, in batches: the program knows them, as after a minute of work');
  await clients.touch(CAMPAIGNS);
  const readings: Reading[] = [];
  for (const [demand, campaigns] of [
    [SPREAD, CAMPAIGNS],
    [HOT, HOT_CAMPAIGNS],
  ] as const) {
    const peer = (script: PgbenchScript): Pgbench =>
      new Pgbench(peers, { script, campaigns, timeZone: estate.timeZone });
    const ours = clients.contender(campaigns);
    say(`${campaigns} campaigns: warming up`);
    await ours.run(WARM_UP_MS);
    const contenders = [peer('five-statements'), peer('one-statement'), ours];
    const settings = { rounds: ROUNDS, durationMs: ROUND_MS };
    readings.push(readingOf(demand, await interleave(contenders, settings)));
  }
  return { readings };
}

function readingOf(demand: Demand, [five, one, ours]: readonly Rates[]): Reading {
  const rate = (rates: Rates | undefined): string => median(rates?.perSecond ?? []).toFixed(0);
  const ratios = (to: Rates | undefined): readonly number[] =>
    (ours?.perSecond ?? []).map((events, i) => events / (to?.perSecond[i] ?? Number.NaN));
  return {
    demand,
    rounds: ratios(five),
    notes: [
      `${rate(ours)} events/s from ${CONNECTIONS} connections; pgbench, prepared, ${PGBENCH_CLIENTS} clients, on a copy of the database: ${rate(five)}/s as BEGIN, ledger row, four counters one after the other, COMMIT`,
      `the same with all of it in a single statement, which knows neither campaign nor budget: ${rate(one)}/s, ${median(ratios(one)).toFixed(2)} x`,
    ],
  };
}
