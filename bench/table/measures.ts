import { startToReady } from '../start/start-to-ready.js';
import type { Measure } from './measure.js';

/** All that `npm run bench` measures, in the order of the table. */
export const MEASURES: readonly Measure[] = [startToReady];
