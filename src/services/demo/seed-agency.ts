import type { Caller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import { joinTransaction } from '../../persistence/join-transaction.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { claimKey } from '../../persistence/queries/claim-key.js';
import type { BookKernel } from '../kernel.js';
import { shareWatcher, UNWATCHED, type Watcher } from '../progress.js';
import { beginningOf, DemoPast, PastClock } from './demo-past.js';
import { DemoSpending } from './demo-spending.js';
import { EUROPEAN_BRANDS } from './european-brands.js';
import { OVERSEAS_BRANDS } from './overseas-brands.js';

/** How the demo is to be made. */
export interface SeedRequest {
  /** What the amounts follow from. */
  readonly seed?: string;
  readonly watcher?: Watcher;
}

/** What was made. */
export interface SeedReport {
  readonly brands: number;
  readonly campaigns: number;
  readonly entries: number;
  readonly refunds: number;
  /** When the history begins and ends. */
  readonly from: Instant;
  readonly to: Instant;
}

const DEFAULT_SEED = 'paceline';
/**
 * What is made at a time. A transaction slows down with every change of the same row, and several
 * work at once; so there are a few.
 */
const PARTS = [EUROPEAN_BRANDS, OVERSEAS_BRANDS.slice(0, 3), OVERSEAS_BRANDS.slice(3)] as const;

/**
 * Fills an agency with brands, campaigns and 30 days of history up to the present instant, once: null
 * if that was done before, even by another process at the same moment. A brand appears with all its
 * past, in one transaction, so that nobody sees a past that is still being made, and if the process
 * is killed the next one makes what is missing. The same seed at the same instant gives the same
 * amounts.
 */
export async function seedAgency(
  kernel: BookKernel,
  caller: Caller,
  request: SeedRequest = {},
): Promise<SeedReport | null> {
  const present = await presentInstant(kernel, kernel.database.everywhere);
  const { seed = DEFAULT_SEED, watcher = UNWATCHED } = request;
  const seeding = { kernel, caller, present, seed };
  const watchers = shareWatcher(watcher, PARTS.length);
  const parts = await Promise.all(watchers.map((one, i) => seedPart({ ...seeding, part: i }, one)));
  const made = parts.filter((report) => report !== null);
  if (made.length === 0) return null;
  kernel.live.announce();
  const sumOf = (count: (report: PartReport) => number): number =>
    made.reduce((sum, report) => sum + count(report), 0);
  return {
    brands: sumOf(({ brands }) => brands),
    campaigns: sumOf(({ campaigns }) => campaigns),
    entries: sumOf(({ entries }) => entries),
    refunds: sumOf(({ refunds }) => refunds),
    from: beginningOf(present),
    to: present,
  };
}

interface Seeding {
  readonly kernel: BookKernel;
  readonly caller: Caller;
  readonly present: Instant;
  readonly seed: string;
  readonly part: number;
}

type PartReport = Omit<SeedReport, 'from' | 'to'>;

function seedPart(
  { kernel, caller, present, seed, part }: Seeding,
  watcher: Watcher,
): Promise<PartReport | null> {
  const { agencyId } = caller;
  return kernel.database.within(caller).write(async (unit) => {
    const once = { agencyId, operation: 'seedAgency', key: `part ${part}`, content: { seed } };
    if (await claimKey(unit, { ...once, resultId: agencyId, at: present })) return null;
    const clock = new PastClock(beginningOf(present));
    const database = joinTransaction(kernel.database, unit);
    // Subscribers hear of it all at once, after the commit.
    const live = { announce: () => undefined };
    // One row says what was made; a row for each change would only repeat it.
    const audit = (): Promise<void> => Promise.resolve();
    const inside = { ...kernel, clock, testClock: null, database, live, audit };
    const past = new DemoPast({ kernel: inside, caller, present }, clock, new DemoSpending(seed));
    const brands = PARTS[part] ?? [];
    await past.play(brands, watcher);
    const { campaigns, entries, refunds } = past;
    const made = { brands: brands.length, campaigns, entries, refunds };
    await kernel.audit(unit, caller, [auditOf(part, made)]);
    return made;
  });
}

function auditOf(part: number, made: PartReport): AuditDraft {
  return {
    action: 'demo.seed',
    object: { kind: 'database', id: null },
    before: null,
    after: { part, ...made },
  };
}
