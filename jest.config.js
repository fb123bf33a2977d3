const COUNTS = '<rootDir>/tests/support/count-reporter.mjs';

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
  testTimeout: 30_000,
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
};

export default config;
