import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type Caller, systemCaller } from '../../src/domain/access/caller.js';
import type { BrandSnapshot } from '../../src/domain/brand/brand.js';
import type { BlockerCode } from '../../src/domain/campaign/blocker.js';
import type { CampaignSnapshot } from '../../src/domain/campaign/campaign.js';
import type { Cause } from '../../src/domain/campaign/cause.js';
import { type AgencyId, IdFactory } from '../../src/domain/ids.js';
import type { SpendEntry } from '../../src/domain/spend/spend-entry.js';
import { formatInstant, type Instant } from '../../src/domain/time/instant.js';
import { createLive, type Live } from '../../src/events/live.js';
import { Database } from '../../src/persistence/database.js';
import { idSources } from '../../src/platform/id-sources.js';
import { createLogger, type Logger } from '../../src/platform/logger.js';
import type { CreateBrandRequest } from '../../src/services/brands/brand-requests.js';
import { createBrand } from '../../src/services/brands/create-brand.js';
import { findBrand } from '../../src/services/brands/find-brand.js';
import type { CreateCampaignRequest } from '../../src/services/campaigns/campaign-requests.js';
import { createCampaign } from '../../src/services/campaigns/create-campaign.js';
import { findCampaign } from '../../src/services/campaigns/find-campaign.js';
import { auditRecorder } from '../../src/services/audit/audit-recorder.js';
import { CredentialWatch } from '../../src/services/credentials/credential-watch.js';
import type { Kernel } from '../../src/services/kernel.js';
import { recordSpend } from '../../src/services/spend/record-spend.js';
import type { RecordSpendRequest } from '../../src/services/spend/spend-requests.js';
import { SpendQueue } from '../../src/services/spend/spend-queue.js';
import { accepted } from './accepted.js';
import { instant } from './instants.js';
import { LONELY_BUS } from './lonely-bus.js';
import { MovableClock } from './movable-clock.js';
import { brandRequest, campaignRequest, spendRequest } from './requests.js';
import { statementsOf } from './statements-of.js';
import { useTestDatabase } from './test-database.js';

/** When every test begins: the middle of a Wednesday and of a month, in UTC. */
export const START = '2026-07-15T12:00:00.000Z';

const MAX_CONNECTIONS = 8;

/** A row of a campaign's history. */
export interface WrittenChange {
  /** `ACTIVE -> PAUSED` */
  readonly turn: string;
  readonly blockers: readonly BlockerCode[];
  readonly cause: Cause;
  /** The actor's name; null: time did it. */
  readonly by: string | null;
  readonly at: Instant;
}

/**
 * A kernel on a database of the test file's own. Each test gets an agency of its own, so that it
 * sees nothing of the others, and a clock that stands at START until the test moves it.
 */
export class World {
  /** How often a commit was announced to the live side since the test began. */
  announcements = 0;
  private readonly clock = new MovableClock(instant(START));
  private opened: Kernel | undefined;
  private current: Caller | undefined;

  /** What the services work with. */
  get kernel(): Kernel {
    return made(this.opened);
  }

  /** Who asks, in the agency of this test. */
  get caller(): Caller {
    return made(this.current);
  }

  /** The same world as another caller sees it. */
  as(caller: Caller): World {
    const other = Object.create(this, { current: { value: caller } }) as World;
    return other;
  }

  /** Moves the clock, also backwards. */
  at(text: string): this {
    this.clock.set(instant(text));
    return this;
  }

  /** An ACTIVE brand in euros and UTC without caps, but for what is given. */
  async aBrand(details: Partial<CreateBrandRequest> = {}): Promise<BrandSnapshot> {
    return accepted(await createBrand(this.kernel, this.caller, brandRequest(details)));
  }

  /** An ACTIVE campaign without caps, flight or schedule, but for what is given. */
  async aCampaign(
    details: Partial<CreateCampaignRequest> & Pick<CreateCampaignRequest, 'brandId'>,
  ): Promise<CampaignSnapshot> {
    return accepted(await createCampaign(this.kernel, this.caller, campaignRequest(details)));
  }

  /** A recorded spend of a campaign, now. */
  async aSpend(
    campaignId: string,
    amount: string,
    details: Partial<RecordSpendRequest> = {},
  ): Promise<SpendEntry> {
    const request = spendRequest({ campaignId, amount, ...details });
    return accepted(await recordSpend(this.kernel, this.caller, request)).entry;
  }

  /** A brand as it is read now. */
  async brandNow(id: string): Promise<BrandSnapshot> {
    return made(await findBrand(this.kernel, this.caller, { id }));
  }

  /** A campaign as it is read now. */
  async campaignNow(id: string): Promise<CampaignSnapshot> {
    return made(await findCampaign(this.kernel, this.caller, { id }));
  }

  /** The history of a campaign, oldest first. */
  changesOf(campaignId: string): Promise<readonly WrittenChange[]> {
    return this.rows<WrittenChange>(
      `select from_status || ' -> ' || to_status as turn, blockers, cause, actor_name as by, at
       from status_change where agency_id = $1 and campaign_id = $2 order by at, id`,
      [this.caller.agencyId, campaignId],
    );
  }

  /** Somebody in another agency. */
  async aStranger(): Promise<Caller> {
    const agencyId = await this.anAgency();
    return { ...this.caller, agencyId };
  }

  /** The rows that a statement gives, of whatever agency. */
  rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.kernel.database.everywhere.rows<Row>(text, values);
  }

  /** The same as the owner of the tables, who sees no agency's rows, but can end connections. */
  async rowsAsOwner<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.kernel.database.pool.query(text, [...values]);
    return rows as Row[];
  }

  /** The statements that work sends to the database, without BEGIN and COMMIT. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
    return statementsOf(this.kernel.database, work);
  }

  /** For the file: opens the database. */
  async open(url: string): Promise<void> {
    const log = createLogger({ level: 'warn' });
    const database = await Database.open({ url, maxConnections: MAX_CONNECTIONS, log });
    const ids = new IdFactory(idSources());
    const live = this.countedLive(database, log);
    const clocks = { clock: this.clock, testClock: null, ids };
    const books = { database, ...clocks, live, audit: auditRecorder(clocks) };
    const jobs = { list: () => Promise.resolve([]), run: () => Promise.resolve(null) };
    const credentials = new CredentialWatch({ database, log });
    const publicUrl = (): string => 'http://paceline.test';
    const parts = { ...books, spendQueue: new SpendQueue(books), jobs, log };
    const signInOptions = { openIdConnect: false };
    this.opened = { ...parts, credentials, publicUrl, signInOptions };
  }

  /** For each test: a new agency, and the clock at START. */
  async begin(): Promise<void> {
    this.at(START);
    this.announcements = 0;
    const actor = { kind: 'USER', id: 'user-1', name: 'Ada' } as const;
    this.current = { ...callerIn(await this.anAgency()), actor };
  }

  async close(): Promise<void> {
    await this.opened?.spendQueue.drain();
    await this.opened?.credentials.close();
    await this.opened?.database.close();
  }

  /** Delivers nothing: it is never started. */
  private countedLive(database: Database, log: Logger): Live {
    const announce = (): void => void (this.announcements += 1);
    return { ...createLive({ database, clock: this.clock, bus: LONELY_BUS, log }), announce };
  }

  private async anAgency(): Promise<AgencyId> {
    const { ids, clock } = this.kernel;
    const id = ids.next(clock.now());
    await this.rows('insert into agency (id, name, created_at) values ($1, $2, $3)', [
      id,
      'Agency',
      formatInstant(clock.now()),
    ]);
    return id;
  }
}

/** Somebody who may do everything in an agency. */
function callerIn(agencyId: AgencyId): Caller {
  return systemCaller(agencyId, 'request-1', '192.0.2.1');
}

/** The world of a test file: made before its first test, gone after its last. */
export function useWorld(): World {
  const world = new World();
  // Hooks run in this order: the database is dropped when nothing is connected to it any more.
  afterAll(() => world.close());
  const database = useTestDatabase();
  beforeAll(() => world.open(database.url));
  beforeEach(() => world.begin());
  return world;
}

function made<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('there is no such thing, or not yet');
  return value;
}
