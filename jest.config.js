const COUNTS = '<rootDir>/tests/support/count-reporter.mjs';
// These need a MongoDB, which nothing here brings along: `MONGO_URL=… npm run test:mongo`.
const isForMongo = process.argv.some((argument) => argument.includes('tests/mongo'));
const NEEDS_MONGO = isForMongo ? [] : ['<rootDir>/tests/mongo/'];

/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  reporters: process.env.TEST_COUNTS_FILE === undefined ? ['default'] : ['default', COUNTS],
  testPathIgnorePatterns: ['/node_modules/', ...NEEDS_MONGO],
  testTimeout: 30_000,
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

export default config;
