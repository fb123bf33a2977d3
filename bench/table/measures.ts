import { brandCap } from '../cap/brand-cap.js';
import { checkAgainstLoop } from '../jobs/check-against-loop.js';
import { checkAsItGrows } from '../jobs/check-as-it-grows.js';
import { midnight } from '../jobs/midnight.js';
import { commitToSubscriber } from '../live/commit-to-subscriber.js';
import { fanOut } from '../live/fan-out.js';
import { moreProcesses } from '../live/more-processes.js';
import { campaignsPage } from '../page/campaigns-page.js';
import { recordBatches } from '../spend/record-batches.js';
import { recordSpend } from '../spend/record-spend.js';
import { startToReady } from '../start/start-to-ready.js';
import type { Measure } from './measure.js';

/** All that `npm run bench` measures, in the order of the table. */
export const MEASURES: readonly Measure[] = [
  recordSpend,
  recordBatches,
  checkAsItGrows,
  checkAgainstLoop,
  midnight,
  brandCap,
  campaignsPage,
  fanOut,
  commitToSubscriber,
  startToReady,
  moreProcesses,
];
