import { MongoJobRepository } from '@agendajs/mongo-backend';
import type { JobParameters } from 'agenda';
import { type Collection, type Db, MongoClient } from 'mongodb';
import type { Instant } from '../../domain/time/instant.js';
import type { Logger } from '../../platform/logger.js';
import { settlesWithin } from '../kit/wait.js';
import { type JobStore, JobStoreError, type StoredJob, type StoreReading } from './job-store.js';

export interface MongoStoreSettings {
  readonly url: string;
  readonly log: Logger;
  /** How long MongoDB may take to answer at first. */
  readonly connectTimeoutMs?: number;
}

const COLLECTION = 'agendaJobs';
const CONNECT_TIMEOUT_MS = 5_000;
const MAX_CONNECTIONS = 5;

/**
 * Agenda's store on MongoDB, connected before Agenda is made: Agenda itself would wait for ever for a
 * server that cannot be reached. Throws JobStoreError if it cannot be reached in time.
 */
export async function openMongoStore({
  url,
  log,
  connectTimeoutMs = CONNECT_TIMEOUT_MS,
}: MongoStoreSettings): Promise<JobStore> {
  const client = await connect(url, connectTimeoutMs);
  const db = client.db();
  const jobs = db.collection<JobDocument>(COLLECTION);
  const repository = new SteadyRepository(db, log);
  try {
    // Without it, two processes that start at once would both make the same job.
    await jobs.createIndex(
      { name: 1 },
      { name: 'one_of_each', unique: true, partialFilterExpression: { type: 'single' } },
      {},
    );
    await repository.connect();
  } catch (error) {
    await client.close();
    throw refusal(url, error);
  }
  return {
    name: 'MongoDB',
    repository,
    read: () => read(db, jobs),
    reschedule: (job, at) => reschedule(jobs, job, at),
    unlock: async (worker) => {
      const held = { lastModifiedBy: worker, lockedAt: { $ne: null } };
      await jobs.updateMany(held, { $set: { lockedAt: null } });
    },
    close: () => client.close(),
  };
}

async function connect(url: string, connectTimeoutMs: number): Promise<MongoClient> {
  let client: MongoClient | undefined;
  try {
    client = new MongoClient(url, {
      appName: 'paceline',
      maxPoolSize: MAX_CONNECTIONS,
      serverSelectionTimeoutMS: connectTimeoutMs,
      connectTimeoutMS: connectTimeoutMs,
    });
    const connected = client.connect();
    // The driver's own limits do not bound the resolution of names.
    if (await settlesWithin(2 * connectTimeoutMs, connected)) await connected;
    else throw new Error(`no answer within ${2 * connectTimeoutMs} ms`);
    return client;
  } catch (error) {
    await client?.close();
    throw refusal(url, error);
  }
}

function refusal(url: string, error: unknown): JobStoreError {
  const [server = url] = url.replace(/\/\/[^@/]*@/, '//').split('?');
  const reason = error instanceof Error ? error.message : String(error);
  return new JobStoreError(`MONGO_URL: MongoDB at ${server} cannot be used: ${reason}`, {
    cause: error,
  });
}

/** Agenda does not wait for this one: if it failed, the process would end. The lock expires anyway. */
class SteadyRepository extends MongoJobRepository {
  constructor(
    mongo: Db,
    private readonly log: Logger,
  ) {
    super({ mongo, db: { collection: COLLECTION } });
  }

  override async unlockJob(job: JobParameters): Promise<void> {
    try {
      await super.unlockJob(job);
    } catch (error) {
      this.log.warn({ err: error, job: job.name }, 'a job could not be unlocked');
    }
  }
}

interface JobDocument {
  readonly name: string;
  readonly type: string;
  readonly nextRunAt?: Date | null;
  readonly lockedAt?: Date | null;
  readonly lastRunAt?: Date | null;
  readonly lastFinishedAt?: Date | null;
  readonly lastModifiedBy?: string | null;
  readonly repeatInterval?: string | null;
  readonly repeatTimezone?: string | null;
}

async function read(db: Db, jobs: Collection<JobDocument>): Promise<StoreReading> {
  const documents = await jobs.find({ type: 'single' }).toArray();
  const { localTime }: { localTime?: Date } = await db.command({ hello: 1 });
  return { now: localTime?.getTime() ?? 0, jobs: documents.map(storedJob) };
}

function storedJob(document: JobDocument): StoredJob {
  return {
    name: document.name,
    nextRunAt: document.nextRunAt?.getTime() ?? null,
    lockedAt: document.lockedAt?.getTime() ?? null,
    lastRunAt: document.lastRunAt?.getTime() ?? null,
    lastFinishedAt: document.lastFinishedAt?.getTime() ?? null,
    repeatInterval: document.repeatInterval ?? null,
    repeatTimezone: document.repeatTimezone ?? null,
  };
}

async function reschedule(
  jobs: Collection<JobDocument>,
  { name, nextRunAt, lockedAt }: StoredJob,
  at: Instant,
): Promise<void> {
  await jobs.updateOne(
    { name, type: 'single', nextRunAt: dateOf(nextRunAt), lockedAt: dateOf(lockedAt) },
    { $set: { nextRunAt: new Date(at), lockedAt: null } },
  );
}

function dateOf(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant);
}
