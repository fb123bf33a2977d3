import { describe } from '@jest/globals';
import { openMongoStore } from '../../src/jobs/agenda/mongo-store.js';
import { createLogger } from '../../src/platform/logger.js';
import { describeJobStore } from '../support/job-store-conformance.js';

const url = process.env['MONGO_URL'] ?? '';
const log = createLogger({ level: 'silent' });
const CONNECT_TIMEOUT_MS = 2_000;

if (url === '') throw new Error('Say where: MONGO_URL=mongodb://… npm run test:mongo');
// Once, so that a server that is not there is one failure that says so, and soon.
await (await openMongoStore({ url, log, connectTimeoutMs: CONNECT_TIMEOUT_MS })).close();

describe('the store of the jobs on MongoDB', () => {
  describeJobStore(() => openMongoStore({ url, log }));
});
