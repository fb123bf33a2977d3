import { wholeAgency } from '../domain/access/caller.js';
import type { AgencyId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { presentInstant } from '../persistence/present-instant.js';
import { readBrandSnapshots } from '../persistence/queries/read-brand-snapshots.js';
import { readCampaignSnapshots } from '../persistence/queries/read-campaign-snapshots.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Clock } from '../platform/clock.js';
import type { Logger } from '../platform/logger.js';
import type { TestClock } from '../platform/test-clock.js';
import { Audiences } from './audiences.js';
import type { Bus } from './bus/bus.js';
import type { Desk, LiveDatabase } from './desk.js';
import { Dispatcher } from './dispatcher.js';
import { Gate } from './gate.js';
import { LiveCounters } from './live-counters.js';
import { OutboxTail } from './outbox-tail.js';
import { Progress } from './progress.js';
import { Pruning } from './pruning.js';
import { Relay } from './relay.js';
import { SharedUpdates } from './shared-updates.js';
import { SnapshotLoader } from './snapshot-loader.js';
import { Throttle } from './throttle.js';
import { realTimer, type Timer } from './timer.js';

/** Live delivery of what was committed, in whichever process. */
export interface Live {
  /**
   * Says that a transaction with live events has been committed, and which: whoever subscribes from
   * now on does not hear of it. Without a number there may be several. Never waits, never throws.
   */
  announce(xid?: bigint): void;
  /** Follows what is committed from now on. Throws if the database cannot be reached. */
  start(): Promise<void>;
  /** Ends all subscriptions and lets go of the bus. The database must still be open. */
  close(): Promise<void>;
  /** What the topics make subscriptions with; see `topics.ts`. */
  readonly desk: Desk;
  readonly readings: LiveReadings;
}

/** How live delivery stands, in plain numbers, read when they are asked for. */
export interface LiveReadings {
  /** How many subscriptions there are. */
  readonly subscribers: number;
  /** For how long something committed has not been dispatched; 0: nothing. */
  readonly relayLagMs: number;
  /** Since the process started; see `LiveCounters`. */
  readonly relayed: number;
  readonly replaced: number;
  readonly resyncs: number;
}

export interface LiveSettings {
  readonly database: LiveDatabase;
  readonly clock: Clock;
  /** The clock again where it is the test clock. */
  readonly testClock?: TestClock | null;
  /** Closed with this. */
  readonly bus: Bus;
  readonly log: Logger;
  readonly timer?: Timer;
}

/** Other processes are woken at most so often; what they read is all there is by then. */
const PUBLISH_INTERVAL_MS = 10;
const MAX_CONCURRENT_REPLAYS = 2;

/** Live delivery of a process; makes no connection before it is started. */
export function createLive(settings: LiveSettings): Live {
  const { database, bus, log, timer = realTimer } = settings;
  const sql = database.everywhere;
  const stop = new AbortController();
  const audiences = new Audiences();
  const counters = new LiveCounters();
  const dispatcher = new Dispatcher(audiences, counters, timer);
  const progress = new Progress(timer);
  const tail = new OutboxTail({ sql, audiences, dispatcher, progress, log });
  const relay = new Relay(tail, timer, log);
  const pruning = new Pruning(sql, timer, log);
  const signals = new Throttle<null>(PUBLISH_INTERVAL_MS, timer, () => {
    bus.publish();
  });
  const desk = createDesk(settings, {
    audiences,
    counters,
    patience: { timer, stopped: stop.signal },
    standpoint: () => tail.standpoint(),
    comeTo(xid, timeoutMs) {
      relay.wake();
      return progress.until(xid, timeoutMs);
    },
  });
  return {
    desk,
    readings: readingsOf(desk, relay),
    announce(xid) {
      // Where nobody listens, what is expected is all that those who join have to know.
      if (xid === undefined || !tail.expect(xid) || audiences.size > 0) relay.wake();
      signals.offer('', null);
    },
    async start() {
      await relay.start();
      bus.subscribe(() => {
        relay.wake();
      });
      pruning.start();
    },
    async close() {
      stop.abort();
      audiences.end();
      dispatcher.close();
      signals.close();
      await Promise.all([relay.close(), pruning.close(), bus.close()]);
    },
  };
}

type DeskParts = Pick<Desk, 'audiences' | 'counters' | 'patience' | 'standpoint' | 'comeTo'>;

function createDesk(settings: LiveSettings, parts: DeskParts): Desk {
  const { database, clock, testClock = null } = settings;
  const { patience } = parts;
  const present = (): Promise<Instant> => presentInstant({ clock, testClock }, database.everywhere);
  // Of the whole agency, for all of its subscribers at once: an event comes only to whom it may.
  const agency = (agencyId: AgencyId): Sql => database.within(wholeAgency(agencyId));
  return {
    ...parts,
    database,
    campaigns: new SnapshotLoader(
      async (agencyId, ids) =>
        readCampaignSnapshots(agency(agencyId), { agencyId, ids, now: await present() }),
      patience,
    ),
    brands: new SnapshotLoader(
      async (agencyId, ids) =>
        readBrandSnapshots(agency(agencyId), { agencyId, ids, now: await present() }),
      patience,
    ),
    updates: {
      changes: new SharedUpdates(({ change }, campaign) => ({ change, campaign })),
      campaignSpend: new SharedUpdates(({ at }, campaign) => ({ campaign, at })),
      brandSpend: new SharedUpdates(({ at }, brand) => ({ brand, at })),
    },
    replays: new Gate(MAX_CONCURRENT_REPLAYS),
  };
}

function readingsOf({ audiences, counters }: Desk, relay: Relay): LiveReadings {
  return {
    get subscribers() {
      return audiences.size;
    },
    get relayLagMs() {
      return relay.lagMs;
    },
    get relayed() {
      return counters.relayed;
    },
    get replaced() {
      return counters.replaced;
    },
    get resyncs() {
      return counters.resyncs;
    },
  };
}
