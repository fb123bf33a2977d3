import { expect, test } from '@jest/globals';
import { nodeProblem } from '../../../src/platform/require-node.js';

test.each(['26.0.0', '26.10.0', '27.1.0'])('Node %s will do', (version) => {
  expect(nodeProblem(version)).toBeNull();
});

test.each(['20.20.2', '25.9.0'])('Node %s is too old, and one is told what to do', (version) => {
  expect(nodeProblem(version)).toMatch(/needs Node 26 or newer.*npm start/);
});
