import { describe } from '@jest/globals';
import { openMongoStore } from '../../src/jobs/agenda/mongo-store.js';
import { createLogger } from '../../src/platform/logger.js';
import { describeJobStore } from '../support/job-store-conformance.js';

const url = process.env['MONGO_URL'];
const log = createLogger({ level: 'silent' });

describe('the store of the jobs on MongoDB', () => {
  if (url === undefined) throw new Error('Say where: MONGO_URL=mongodb://… npm run test:mongo');
  describeJobStore(() => openMongoStore({ url, log }));
});
