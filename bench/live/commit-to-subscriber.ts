import { setTimeout as pause } from 'node:timers/promises';
import { startProgram } from '../chaos/program.js';
import { median } from '../rounds.js';
import { SpendClients } from '../spend/spend-clients.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';
import { latenciesMs, percentile, probeGroup, PROBED, sendProbes } from './probe.js';
import { SpendSender } from './spend-sender.js';
import { Subscribers } from './subscribers.js';

const DEMAND: Demand = {
  what: 'commit -> subscriber, p99, at half of the maximal spend rate, other process',
  unit: 'ms',
  better: 'LESS',
  atLeast: 50,
  goal: 20,
};
const CAMPAIGNS = 100_000;
const CONNECTIONS = 64;
const MS_PER_SECOND = 1_000;
const WARM_UP_MS = 10_000;
const FULL_RATE_MS = 5_000;
const ROUND_MS = 8_000;
const SETTLE_MS = 500;

/** How soon a subscriber hears of a commit while as much again could be recorded. */
export const commitToSubscriber: Measure = {
  name: 'latency',
  demands: [DEMAND],
  run: measureLatency,
};

async function measureLatency({ estate: open, endings, say }: Bench): Promise<Outcome> {
  const estate = await open(CAMPAIGNS);
  const start = async () => {
    const program = await startProgram({ DATABASE_URL: estate.url, ROLES: 'api' });
    endings.defer(async () => {
      await program.end('SIGTERM');
    });
    return program;
  };
  const recorder = await start();
  const deliverer = await start();
  const subscribers = Subscribers.start(endings);
  await subscribers.open([probeGroup(deliverer.url)]);
  const sender = new SpendSender([recorder.url], CONNECTIONS);
  endings.defer(() => {
    sender.close();
  });
  // Not of the probed ones.
  const pick = (): number => PROBED + Math.floor(Math.random() * (CAMPAIGNS - PROBED));
  const maximal = await maximalRate(recorder.url);
  say(`at most ${maximal.toFixed(0)} spends/s`);
  const perSecond = maximal / 2;
  const medians: number[] = [];
  const rounds: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await subscribers.read();
    await Promise.all([
      sender.sendSteadily(pick, { perSecond, durationMs: ROUND_MS }),
      sendProbes(sender, ROUND_MS),
    ]);
    await pause(SETTLE_MS);
    const latencies = await latenciesMs(estate, (await subscribers.read()).kept);
    medians.push(percentile(latencies, 0.5));
    rounds.push(percentile(latencies, 0.99));
    say(`round ${round}: p99 ${rounds.at(-1)?.toFixed(1)} ms of ${latencies.length}`);
  }
  const notes = [
    `at ${perSecond.toFixed(0)} spends/s, half of what ${CONNECTIONS} connections can record in one process; p50 is ${median(medians).toFixed(1)} ms`,
    `from the writing of the outbox row, just before the commit, to the arrival at a client of another api process, over the database's NOTIFY; each round's p99 is of 200 spends of ${PROBED} watched campaigns`,
  ];
  return { readings: [{ demand: DEMAND, rounds, notes }] };
}

/** How many spends a second a program takes, from clients that leave it as much of the machine as they can. */
async function maximalRate(url: string): Promise<number> {
  const clients = await SpendClients.connect(url, CONNECTIONS);
  try {
    const spends = clients.contender(CAMPAIGNS);
    await spends.run(WARM_UP_MS);
    const startedAt = performance.now();
    const sent = await spends.run(FULL_RATE_MS);
    return (sent * MS_PER_SECOND) / (performance.now() - startedAt);
  } finally {
    clients.close();
  }
}
