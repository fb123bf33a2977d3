import { readFileSync } from 'node:fs';

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

// What the program and the tests both load must be one and the same, GraphQL above all.
const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const PACKAGES = Object.keys(dependencies).join('|');
const SHARED = '<rootDir>/tests/support/shared-module.mjs';

/** @type {import('jest').Config} */
const config = {
  testEnvironment: '<rootDir>/tests/support/program-environment.mjs',
  // Jest would empty what test files share with each other after the first of them.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    [`^${RegExp.escape(import.meta.dirname)}/src/.+\\.ts$`]: SHARED,
    '/node_modules/': SHARED,
    '^.+\\.ts$': '@swc/jest',
    '^.+\\.tsx$': ['@swc/jest', COMPONENTS],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${PACKAGES})/)`],
  moduleNameMapper: {
    // One file instead of six thousand.
    '^@tabler/icons-react$': '@tabler/icons-react/dist/cjs/tabler-icons-react.cjs',
    '\\.css$': '<rootDir>/tests/support/css-module.mjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  reporters: process.env.TEST_COUNTS_FILE === undefined ? ['default'] : ['default', COUNTS],
  testPathIgnorePatterns: ['/node_modules/', ...NEEDS_MONGO],
  testTimeout: 30_000,
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

export default config;
