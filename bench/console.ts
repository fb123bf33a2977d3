import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startEmbeddedPostgres } from '../src/persistence/embedded/start-embedded-postgres.js';
import { createLogger } from '../src/platform/logger.js';
import { launchChromium } from './browser/chromium.js';
import { measureCommitToCellMs } from './console/commit-to-cell.js';
import { ConsoleSite } from './console/console-site.js';
import { measureFirstLoad } from './console/first-load.js';
import { measureFirstRowsMs } from './console/first-rows.js';
import { measureMainThread } from './console/main-thread.js';
import { type Finding, renderReport } from './console/report.js';
import { measureStaleAndBack } from './console/stale-and-back.js';
import { median } from './rounds.js';

const CAMPAIGNS = 100;
const ROUNDS = 5;
const EVENTS_PER_SECOND = 100;
const REPORT = 'docs/console-measured.md';
const KB = 1_000;

const log = createLogger({ level: 'error' });
const dataDir = mkdtempSync(join(tmpdir(), 'paceline-bench-'));
const server = await startEmbeddedPostgres({ dataDir, log });
const site = await ConsoleSite.start(server.url);
const browser = await launchChromium();
try {
  const campaignIds = await makeCampaigns();
  const findings = await measure(browser, campaignIds);
  writeFileSync(REPORT, renderReport(findings, browser.version()));
  const failed = findings.filter(({ holds }) => !holds).length;
  process.stdout.write(
    `${REPORT} is written: ${findings.length - failed} of ${findings.length} goals hold.\n`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await browser.close();
  await site.stop();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function makeCampaigns(): Promise<readonly string[]> {
  const brandId = await site.makeBrand('Bench');
  const ids: string[] = [];
  for (let serial = 100; serial < 100 + CAMPAIGNS; serial += 1) {
    ids.push(await site.makeCampaign({ name: `Campaign ${serial}`, dailyBudget: '1000', brandId }));
  }
  return ids;
}

async function measure(page: Browser, campaignIds: readonly string[]): Promise<readonly Finding[]> {
  say('first load');
  const load = await measureFirstLoad(page, site);
  const rowsMs = await rounds('first rows', () => measureFirstRowsMs(page, site));
  const wanted = { campaignIds, perSecond: EVENTS_PER_SECOND };
  const busy = await rounds('main thread', () => measureMainThread(page, site, wanted));
  say('commit to cell');
  const cellMs = percentile(await measureCommitToCellMs(page, site, campaignIds), 0.95);
  const outages = await rounds('stale and back', () => measureStaleAndBack(page, site, CAMPAIGNS));
  const busyMs = median(busy.map(({ busyMsPerSecond }) => busyMsPerSecond));
  const rate = median(busy.map(({ eventsPerSecond }) => eventsPerSecond));
  const staleMs = Math.max(...outages.map(({ frozenToStaleMs }) => frozenToStaleMs));
  const liveMs = Math.max(...outages.map(({ readyToLiveMs }) => readyToLiveMs));
  return [
    kilobytes('JavaScript of the first load, gzip', load.scriptBytes, 250),
    kilobytes('CSS of the first load, gzip', load.styleBytes, 20),
    kilobytes('the chart, loaded when one is shown, gzip', load.chartBytes, 35),
    duration(`first rows on this machine, median of ${ROUNDS}`, median(rowsMs), 1_500),
    duration(
      `main thread a second, 100 rows, ${rate.toFixed(0)} events a second, median of ${ROUNDS}`,
      busyMs,
      250,
    ),
    duration('spend sent to cell on screen, p95', cellMs, 500),
    duration(`frozen server to shown as stale, longest of ${ROUNDS}`, staleMs, 6_000),
    duration(`server ready again to live, longest of ${ROUNDS}`, liveMs, 6_000),
    {
      what: 'requests to other origins, under the strict policy',
      goal: '0',
      measured: String(load.foreignRequests),
      holds: load.foreignRequests === 0,
    },
  ];
}

function kilobytes(what: string, bytes: number, goalKb: number): Finding {
  const measured = `${(bytes / KB).toFixed(1)} kB`;
  return { what, goal: `<= ${goalKb} kB`, measured, holds: bytes > 0 && bytes <= goalKb * KB };
}

function duration(what: string, ms: number, goalMs: number): Finding {
  return { what, goal: `<= ${goalMs} ms`, measured: `${ms.toFixed(0)} ms`, holds: ms <= goalMs };
}

async function rounds<Value>(name: string, run: () => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`${name}, round ${round} of ${ROUNDS}`);
    values.push(await run());
  }
  return values;
}

/** The value below which a share of the values lies. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
