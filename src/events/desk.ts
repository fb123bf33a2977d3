import type { BrandSnapshot } from '../domain/brand/brand.js';
import type { CampaignSnapshot } from '../domain/campaign/campaign.js';
import type { Reach } from '../domain/access/caller.js';
import type { BrandSpendUpdate, SpendUpdate, StatusChangeUpdate } from '../domain/live/updates.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Audiences } from './audiences.js';
import type { Gate } from './gate.js';
import type { LiveCounters } from './live-counters.js';
import type { ChangeEvent, SpendEvent, Standpoint } from './live-event.js';
import type { SharedUpdates } from './shared-updates.js';
import type { SnapshotLoader } from './snapshot-loader.js';
import type { Patience } from './until-available.js';

/** The database as live delivery reads it. */
export interface LiveDatabase {
  /** All agencies, for what follows the outbox. */
  readonly everywhere: Sql;
  /** What a subscriber reaches. */
  within(reach: Reach): Sql;
}

/** The updates of each topic, one for all who get the same. */
export interface DeskUpdates {
  readonly changes: SharedUpdates<ChangeEvent, CampaignSnapshot, StatusChangeUpdate>;
  readonly campaignSpend: SharedUpdates<SpendEvent, CampaignSnapshot, SpendUpdate>;
  readonly brandSpend: SharedUpdates<SpendEvent, BrandSnapshot, BrandSpendUpdate>;
}

/** What a subscription of any topic is made with. */
export interface Desk {
  readonly database: LiveDatabase;
  readonly audiences: Audiences;
  readonly counters: LiveCounters;
  readonly campaigns: SnapshotLoader<CampaignSnapshot>;
  readonly brands: SnapshotLoader<BrandSnapshot>;
  readonly updates: DeskUpdates;
  /** Bounds how many replays are read at the same time, after a reconnection of everybody. */
  readonly replays: Gate;
  readonly patience: Patience;
  /** How far this process has come. */
  standpoint(): Standpoint;
  /** Looks at once, and resolves when it has come to a transaction, or after `timeoutMs`. */
  comeTo(xid: bigint, timeoutMs: number): Promise<void>;
}
