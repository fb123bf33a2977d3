import { checkAgainstLoop } from '../jobs/check-against-loop.js';
import { checkAsItGrows } from '../jobs/check-as-it-grows.js';
import { midnight } from '../jobs/midnight.js';
import { startToReady } from '../start/start-to-ready.js';
import type { Measure } from './measure.js';

/** All that `npm run bench` measures, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  checkAsItGrows,
  checkAgainstLoop,
  midnight,
  startToReady,
];
