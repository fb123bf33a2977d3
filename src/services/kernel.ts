import type { Caller } from '../domain/access/caller.js';
import type { AuditDraft } from '../domain/audit/audit-entry.js';
import type { IdFactory } from '../domain/ids.js';
import type { Live } from '../events/live.js';
import type { Database } from '../persistence/database.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Clock } from '../platform/clock.js';
import type { Logger } from '../platform/logger.js';
import type { TestClock } from '../platform/test-clock.js';
import type { CredentialWatch } from './credentials/credential-watch.js';
import type { JobBoard } from './jobs/job-board.js';
import type { SignInOptions } from './sessions/sign-in-options.js';
import type { SpendQueue } from './spend/spend-queue.js';

/** What every service works with; put together once, in the composition root. */
export interface Kernel {
  readonly database: Database;
  readonly clock: Clock;
  /** The clock again where it is the test clock; null in real time. */
  readonly testClock: TestClock | null;
  readonly ids: IdFactory;
  readonly audit: AuditRecorder;
  readonly live: Live;
  readonly spendQueue: SpendQueue;
  readonly jobs: JobBoard;
  readonly credentials: CredentialWatch;
  /** Where people reach this Paceline, such as https://paceline.example.com: for the links that they are given. */
  readonly publicUrl: () => string;
  /** How people can sign in, besides with an e-mail address and a password. */
  readonly signInOptions: SignInOptions;
  readonly log: Logger;
}

/** Records changes in the audit log, in the transaction that makes them: the last thing it does. */
export type AuditRecorder = (
  sql: Sql,
  caller: Caller,
  drafts: readonly AuditDraft[],
) => Promise<void>;

/** The part of the kernel that writing books needs; of live delivery only that it is told. */
export type BookKernel = Pick<Kernel, 'database' | 'clock' | 'testClock' | 'ids' | 'audit'> & {
  readonly live: Pick<Live, 'announce'>;
};
