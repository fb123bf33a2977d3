import Sequencer from '@jest/test-sequencer';

// The longest, those with a browser and those without by turns. Where a run has no timings of an
// earlier one, as in CI, one of them could begin last: then the other processes would wait for it.
const LONGEST = [
  'tests/console/journeys/every-page.test.ts',
  'tests/docs/operations.test.ts',
  'tests/console/journeys/as-a-client.test.ts',
  'tests/integration/cli/command-line.test.ts',
  'tests/console/journeys/live.test.ts',
  'tests/scenarios/rules/data-folder.test.ts',
  'tests/scenarios/killed-while-recording.test.ts',
  'tests/integration/cli/import-real-spend.test.ts',
];

/** Jest's order of test files, but the longest of them first. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ path }) {
  const rank = LONGEST.findIndex((name) => path.endsWith(name));
  return rank === -1 ? LONGEST.length : rank;
}
