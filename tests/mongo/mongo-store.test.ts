import { describe } from '@jest/globals';
import { openMongoStore } from '../../src/jobs/agenda/mongo-store.js';
import { createLogger } from '../../src/platform/logger.js';
import { describeJobStore } from '../support/job-store-conformance.js';

const url = process.env['MONGO_URL'];
const log = createLogger({ level: 'silent' });

// Only where there is a MongoDB: `MONGO_URL=mongodb://… npm run test:mongo`.
const describeWithMongo = url === undefined ? describe.skip : describe;

describeWithMongo('the store of the jobs on MongoDB', () => {
  describeJobStore(() => openMongoStore({ url: url ?? '', log }));
});
