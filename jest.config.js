const COUNTS = '<rootDir>/tests/support/count-reporter.mjs';
// Where there is a MongoDB, `npm run test:mongo` runs them.
const MONGO = '<rootDir>/tests/mongo/';

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
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.TEST_MONGO === '1' ? [] : [MONGO])],
  testTimeout: 30_000,
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

export default config;
