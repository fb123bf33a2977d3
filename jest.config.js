const COUNTS = '<rootDir>/tests/support/count-reporter.mjs';
// These need a MongoDB, which nothing here brings along: `MONGO_URL=… npm run test:mongo`.
const isForMongo = process.argv.some((argument) => argument.includes('tests/mongo'));
const NEEDS_MONGO = isForMongo ? [] : ['<rootDir>/tests/mongo/'];
const COMPONENTS = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    target: 'es2022',
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
};

/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': '@swc/jest', '^.+\\.tsx$': ['@swc/jest', COMPONENTS] },
  moduleNameMapper: {
    // One file instead of six thousand.
    '^@tabler/icons-react$': '@tabler/icons-react/dist/cjs/tabler-icons-react.cjs',
    '\\.css$': '<rootDir>/tests/support/css-module.mjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  reporters: process.env.TEST_COUNTS_FILE === undefined ? ['default'] : ['default', COUNTS],
  testPathIgnorePatterns: ['/node_modules/', ...NEEDS_MONGO],
  testTimeout: 30_000,
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

export default config;
