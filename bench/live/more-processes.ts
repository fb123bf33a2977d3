import { setTimeout as pause } from 'node:timers/promises';
import { startProgram } from '../chaos/program.js';
import type { Estate } from '../estate/estate.js';
import { median } from '../rounds.js';
import type { Bench, Measure, Outcome } from '../table/measure.js';
import { latenciesMs, percentile, probeGroup, PROBED, sendProbes } from './probe.js';
import { SpendSender } from './spend-sender.js';
import { Subscribers } from './subscribers.js';

const PROCESSES = [1, 2, 4] as const;
const CAMPAIGNS = 100_000;
const CONNECTIONS = 64;
const WARM_UP_MS = 3_000;
const ROUND_MS = 4_000;
const ROUNDS = 3;
const SETTLE_MS = 500;

/** What one, two and four processes on one database do: a table below the others, without a demand. */
export const moreProcesses: Measure = { name: 'processes', demands: [], run: measureProcesses };

interface Line {
  readonly processes: number;
  readonly spendsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

async function measureProcesses(bench: Bench): Promise<Outcome> {
  const lines: Line[] = [];
  for (const processes of PROCESSES) {
    const line = await measureWith(processes, bench);
    const { spendsPerSecond, p99Ms } = line;
    bench.say(`${processes}: ${spendsPerSecond.toFixed(0)} spends/s, p99 ${p99Ms.toFixed(0)} ms`);
    lines.push(line);
  }
  return { readings: [], section: sectionOf(lines) };
}

async function measureWith(processes: number, bench: Bench): Promise<Line> {
  await using running = new AsyncDisposableStack();
  // So that these end too when the run is broken off.
  bench.endings.use(running);
  const estate = await bench.estate(CAMPAIGNS);
  const urls = await startAll(estate, processes, running);
  const subscribers = Subscribers.start(running);
  await subscribers.open(urls.map(probeGroup));
  const sender = new SpendSender(urls, CONNECTIONS);
  running.defer(() => {
    sender.close();
  });
  const pick = (): number => PROBED + Math.floor(Math.random() * (CAMPAIGNS - PROBED));
  await sender.sendAtFullRate(pick, WARM_UP_MS);
  const rates: number[] = [];
  await subscribers.read();
  for (let round = 0; round < ROUNDS; round += 1) {
    const [rate] = await Promise.all([
      sender.sendAtFullRate(pick, ROUND_MS),
      sendProbes(sender, ROUND_MS),
    ]);
    rates.push(rate);
  }
  await pause(SETTLE_MS);
  const latencies = await latenciesMs(estate, (await subscribers.read()).kept);
  return {
    processes,
    spendsPerSecond: median(rates),
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

async function startAll(
  { url }: Estate,
  processes: number,
  running: AsyncDisposableStack,
): Promise<readonly string[]> {
  const urls: string[] = [];
  for (let n = 0; n < processes; n += 1) {
    const program = await startProgram({ DATABASE_URL: url, ROLES: 'api' });
    running.defer(async () => {
      await program.end('SIGTERM');
    });
    urls.push(program.url);
  }
  return urls;
}

function sectionOf(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ processes, spendsPerSecond, p50Ms, p99Ms }) =>
      `| ${processes} | ${spendsPerSecond.toFixed(0)} | ${p50Ms.toFixed(0)} ms | ${p99Ms.toFixed(0)} ms |`,
  );
  return `## One process and several

Single \`recordSpend\` mutations from ${CONNECTIONS} connections, spread over ${CAMPAIGNS} campaigns and shared out
among the api processes, as many as they take; and how long a subscriber at each of them waits meanwhile,
from commit to arrival. The database, all processes and the clients share the cores of this machine, so
this shows that processes do not get in each other's way, not how much more several machines do.

| api processes | spends/s | to the subscriber, p50 | p99 |
| --- | --- | --- | --- |
${rows.join('\n')}`;
}
