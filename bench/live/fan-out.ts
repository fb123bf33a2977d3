import { setTimeout as pause } from 'node:timers/promises';
import { encodeId } from '../../src/domain/ids.js';
import { startProgram } from '../chaos/program.js';
import { brandId, CAMPAIGNS_PER_BRAND } from '../estate/campaign-ids.js';
import { median, ratiosOf, takeTurns } from '../rounds.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';
import { type BareBroadcast, startBareBroadcast } from './bare-broadcast.js';
import { cpuSeconds, residentMb } from './process-usage.js';
import { SpendSender } from './spend-sender.js';
import { type SubscriberGroup } from './subscriber-protocol.js';
import { socketUrl, Subscribers } from './subscribers.js';

const CPU: Demand = {
  what: '5 000 subscribers in one process, 10 events/s, each matching 500 of them: CPU per delivered message against a bare ws send',
  unit: 'x',
  better: 'LESS',
  atLeast: 4,
  goal: 2,
};
const MEMORY: Demand = {
  what: 'memory: 1 000 000 campaigns in the database, 5 000 subscribers',
  unit: 'MB',
  better: 'LESS',
  atLeast: 400,
  goal: 250,
};
const CAMPAIGNS = 1_000_000;
const SUBSCRIBERS = 5_000;
const GROUPS = 10;
const EVENT_MS = 100;
const WINDOW_MS = 6_000;
const IDLE_MS = 4_000;
/** What a window's last event may take to arrive everywhere. */
const SETTLE_MS = 1_000;
const LEAST_DELIVERED = 0.25;
const MICROS = 1_000_000;

/** What a screen of the console asks for. */
const SPEND_UPDATED = `subscription ($brandId: ID!) {
  spendUpdated(brandId: $brandId) {
    at
    campaign { id status blockers { code } }
    today { spent { amount } remaining { amount } utilization }
    thisMonth { spent { amount } }
  }
}`;

/** What delivering costs where many watch, and how much memory they take. */
export const fanOut: Measure = { name: 'fan-out', demands: [CPU, MEMORY], run: measureFanOut };

async function measureFanOut(bench: Bench): Promise<Outcome> {
  const { endings, say } = bench;
  const estate = await bench.estate(CAMPAIGNS);
  const start = async (settings: Readonly<Record<string, string>>) => {
    const program = await startProgram({ DATABASE_URL: estate.url, ROLES: 'api', ...settings });
    endings.defer(async () => {
      await program.end('SIGTERM');
    });
    return program;
  };
  const server = await start({
    GRAPHQL_WS_MAX_SOCKETS_PER_ADDRESS: String(SUBSCRIBERS),
    REQUESTS_PER_MINUTE: '0',
    GRAPHQL_WS_INIT_TIMEOUT_SECONDS: '300',
    // Pings would fall into one window and not into another; the bare server sends none.
    GRAPHQL_WS_PING_SECONDS: '300',
  });
  const recorder = await start({});
  const bare = await startBareBroadcast(endings);
  const ours = Subscribers.start(endings);
  const theirs = Subscribers.start(endings);
  say(`opening ${SUBSCRIBERS} sockets to each`);
  await ours.open(groupsOf(() => socketUrl(server.url), true));
  await theirs.open(groupsOf((group) => bare.url(group), false));
  const sender = new SpendSender([recorder.url], GROUPS);
  endings.defer(() => {
    sender.close();
  });
  const events = new Events(sender);
  const measured = { pid: server.pid, subscribers: ours, work: () => events.send(WINDOW_MS) };
  say('once unmeasured');
  await cpuPerMessage(measured);
  const text = (await firstText(ours, events)) ?? '';
  const broadcast = { pid: bare.pid, subscribers: theirs, work: () => send(bare, text) };
  await cpuPerMessage(broadcast);
  const resident: number[] = [];
  const costs = await takeTurns(
    {
      ours: async () => {
        const cost = await cpuPerMessage(measured);
        resident.push(residentMb(server.pid));
        return cost;
      },
      bare: () => cpuPerMessage(broadcast),
    },
    { rounds: ROUNDS, say },
  );
  const notes = [
    `${median(costs.ours).toFixed(1)} µs against ${median(costs.bare).toFixed(1)} µs for a message of ${Buffer.byteLength(text)} bytes; a socket for each subscriber, what the process uses without events is subtracted from both`,
    'the events are spends that another process records, so the cost holds reading the outbox and the campaigns; both servers write to their own clients in another process',
  ];
  const memoryNotes = [
    `resident memory of the api process after each round; ${resident.at(-1)?.toFixed(0)} MB after the last`,
  ];
  return {
    readings: [
      { demand: CPU, rounds: ratiosOf(costs.ours, costs.bare), notes },
      { demand: MEMORY, rounds: resident, notes: memoryNotes },
    ],
  };
}

/** Each group watches a brand. */
function groupsOf(url: (group: number) => string, subscribes: boolean): readonly SubscriberGroup[] {
  return Array.from({ length: GROUPS }, (_, group) => ({
    url: url(group),
    sockets: SUBSCRIBERS / GROUPS,
    keepsMessages: false,
    subscription: subscribes
      ? { query: SPEND_UPDATED, variables: { brandId: encodeId('brand', brandId(group)) } }
      : null,
  }));
}

/** Spends of one brand after the other, ten a second. */
class Events {
  private next = 0;

  constructor(private readonly sender: SpendSender) {}

  async send(durationMs: number): Promise<void> {
    const pick = (): number => ((this.next += 1) % GROUPS) * CAMPAIGNS_PER_BRAND;
    await this.sender.sendSteadily(pick, { perSecond: 1_000 / EVENT_MS, durationMs });
    await pause(SETTLE_MS);
  }
}

async function send(bare: BareBroadcast, text: string): Promise<void> {
  bare.begin(text, EVENT_MS);
  await pause(WINDOW_MS);
  bare.end();
  await pause(SETTLE_MS);
}

async function firstText(subscribers: Subscribers, events: Events): Promise<string | null> {
  await events.send(EVENT_MS);
  return (await subscribers.read()).latest;
}

interface Measured {
  readonly pid: number;
  readonly subscribers: Subscribers;
  readonly work: () => Promise<void>;
}

/** In microseconds, less what the process uses while nothing is to be delivered. */
async function cpuPerMessage({ pid, subscribers, work }: Measured): Promise<number> {
  await subscribers.read();
  const idleFrom = cpuSeconds(pid);
  await pause(IDLE_MS);
  const from = cpuSeconds(pid);
  const startedAt = performance.now();
  await work();
  const used = cpuSeconds(pid) - from;
  const idle = ((from - idleFrom) * (performance.now() - startedAt)) / IDLE_MS;
  const { messages } = await subscribers.read();
  const expected = ((WINDOW_MS / EVENT_MS) * SUBSCRIBERS) / GROUPS;
  // A server that cannot keep up leaves out what newer states replace: what came is still what it cost.
  if (messages < expected * LEAST_DELIVERED) throw new Error(`only ${messages} messages arrived`);
  return ((used - idle) * MICROS) / messages;
}
