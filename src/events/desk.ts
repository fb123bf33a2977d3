import type { BrandSnapshot } from '../domain/brand/brand.js';
import type { CampaignSnapshot } from '../domain/campaign/campaign.js';
import type { Reach } from '../domain/access/caller.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Audiences } from './audiences.js';
import type { Gate } from './gate.js';
import type { LiveCounters } from './live-counters.js';
import type { Standpoint } from './live-event.js';
import type { SnapshotLoader } from './snapshot-loader.js';
import type { Patience } from './until-available.js';

/** The database as live delivery reads it. */
export interface LiveDatabase {
  /** All agencies, for what follows the outbox. */
  readonly everywhere: Sql;
  /** What a subscriber reaches. */
  within(reach: Reach): Sql;
}

/** What a subscription of any topic is made with. */
export interface Desk {
  readonly database: LiveDatabase;
  readonly audiences: Audiences;
  readonly counters: LiveCounters;
  readonly campaigns: SnapshotLoader<CampaignSnapshot>;
  readonly brands: SnapshotLoader<BrandSnapshot>;
  /** Bounds how many replays are read at the same time, after a reconnection of everybody. */
  readonly replays: Gate;
  readonly patience: Patience;
  /** How far this process has come. */
  standpoint(): Standpoint;
  /** Looks at once, and resolves when it has come to a transaction, or after `timeoutMs`. */
  comeTo(xid: bigint, timeoutMs: number): Promise<void>;
}
