import { writeFileSync } from 'node:fs';
import { onStopRequest } from '../src/platform/stop-requests.js';
import { BenchServer } from './estate/bench-server.js';
import { MEASURES } from './table/measures.js';
import { renderResults, renderTable, tally } from './table/results-page.js';
import { type Result, runMeasures } from './table/run-measures.js';

const RESULTS = 'bench/results.md';
const MS_PER_MINUTE = 60_000;
const BAD_USAGE = 2;
const BROKEN_OFF = 130;

const names = process.argv.slice(2);
const measures =
  names.length === 0 ? MEASURES : MEASURES.filter(({ name }) => names.includes(name));
const unknown = names.filter((name) => !MEASURES.some((measure) => measure.name === name));
if (unknown.length > 0) {
  const known = MEASURES.map(({ name }) => name).join(', ');
  process.stderr.write(`There is no measure ${unknown.join(', ')}. There are: ${known}.\n`);
  process.exit(BAD_USAGE);
}

const startedAt = performance.now();
const endings = new AsyncDisposableStack();
const stop = new AbortController();
onStopRequest(() => {
  say('broken off: stopping what was started');
  stop.abort();
  void endings.disposeAsync().finally(() => process.exit(BROKEN_OFF));
});
const server = await BenchServer.start();
endings.defer(() => server.stop());
const results = await runMeasures(measures, { server, endings, stop: stop.signal, say });
if (!stop.signal.aborted) {
  const postgresVersion = await server.version();
  await endings.disposeAsync();
  report(results, postgresVersion);
}

function report(found: readonly Result[], postgresVersion: string): void {
  const isWhole = measures.length === MEASURES.length;
  if (isWhole) {
    const minutes = (performance.now() - startedAt) / MS_PER_MINUTE;
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(RESULTS, renderResults(found, { date, postgresVersion, minutes }));
  }
  const { demands, holding, goals } = tally(found);
  process.stdout.write(`${renderTable(found)}\n\n`);
  process.stdout.write(`${holding} of ${demands} hold; ${goals} reach their goal.\n`);
  process.stdout.write(
    isWhole
      ? `${RESULTS} is written: commit it with what it measures.\n`
      : `Nothing is written, since not everything was measured: "npm run bench" does both.\n`,
  );
  process.exitCode = holding === demands ? 0 : 1;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
