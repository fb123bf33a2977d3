import type { Caller } from '../../domain/access/caller.js';
import type { BookKernel } from '../kernel.js';
import { UNWATCHED, type Watcher } from '../progress.js';
import { ImportPass } from './import-pass.js';
import type { ImportReport, ImportRequest } from './import-request.js';
import { ImportForecast, ImportTally } from './import-tally.js';
import { makeOwners } from './make-owners.js';
import { type ImportFile, openImport, refuseChanged } from './open-import.js';
import { type CsvRow, readCsv } from './read-csv.js';
import { recordRows } from './record-rows.js';

/** About so many spends are recorded by one transaction. */
const SPENDS_PER_BATCH = 3_500;
const SPENDS_PER_ROW = { DAY: 1, WEEK: 7 } as const;

/** An import: who wants what, and who watches. */
interface Import {
  readonly kernel: BookKernel;
  readonly caller: Caller;
  readonly file: ImportFile;
  readonly watcher: Watcher;
}

/**
 * Imports the spend in a CSV file, of any age, in two readings: the first judges every row, the
 * second records, in transactions of bounded size. Running it again, also after it was interrupted,
 * records nothing twice. A file with bad rows is refused as a whole unless they may be skipped.
 * Throws InputError for a request that does not fit the file, CsvFileError if that is not CSV or
 * changes meanwhile, and what the file system throws.
 */
export async function importSpend(
  kernel: BookKernel,
  caller: Caller,
  { watcher = UNWATCHED, ...request }: ImportRequest & { readonly watcher?: Watcher },
): Promise<ImportReport> {
  const work = { kernel, caller, watcher, file: await openImport(request) };
  const forecast = await judge(work);
  if (forecast.outcome === 'REFUSED' || request.dryRun) return forecast;
  if (isNothingNew(forecast)) return { ...forecast, outcome: 'IMPORTED' };
  await refuseChanged(work.file);
  const report = await record(work);
  await refuseChanged(work.file);
  return report;
}

async function judge(work: Import): Promise<ImportReport> {
  const { request, currency } = work.file;
  const tally = new ImportTally();
  const forecast = new ImportForecast();
  const pass = new ImportPass(work.kernel, work.caller, work.file);
  for await (const rows of batchesOf(work, 'Checking')) {
    const judged = await pass.check(rows);
    for (const problem of judged.problems) request.onProblem(problem);
    tally.judged(judged);
    forecast.add(judged);
  }
  if (tally.badRows > 0 && !request.skipBad) return tally.report('REFUSED', currency);
  tally.made(forecast.owners());
  tally.recorded(forecast.entries());
  return tally.report('DRY_RUN', currency);
}

function isNothingNew({ entriesRecorded, brandsMade, campaignsMade }: ImportReport): boolean {
  return entriesRecorded === 0 && brandsMade === 0 && campaignsMade === 0;
}

async function record(work: Import): Promise<ImportReport> {
  const { kernel, caller, file } = work;
  const { onProblem } = file.request;
  const tally = new ImportTally();
  const pass = new ImportPass(kernel, caller, file);
  for await (const rows of batchesOf(work, 'Importing')) {
    const judged = await pass.check(rows);
    tally.judged(judged);
    const campaigns = judged.sound.map(({ campaign }) => campaign);
    tally.made(await makeOwners(kernel, caller, campaigns));
    tally.recorded(await recordRows(kernel, caller, { rows: judged.sound, onProblem }));
  }
  return tally.report('IMPORTED', file.currency);
}

/** The rows below the titles. Says after each batch how far the file has been read. */
async function* batchesOf(
  { file, watcher }: Import,
  phase: string,
): AsyncGenerator<readonly CsvRow[]> {
  const { path, delimiter, per } = file.request;
  const size = SPENDS_PER_BATCH / SPENDS_PER_ROW[per];
  let batch: CsvRow[] = [];
  let isTitles = true;
  for await (const row of readCsv(path, { delimiter, signal: watcher.signal })) {
    if (isTitles) {
      isTitles = false;
      continue;
    }
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    watcher.onProgress({ phase, done: row.bytesRead, total: file.bytes });
    watcher.signal.throwIfAborted();
    batch = [];
  }
  if (batch.length > 0) yield batch;
  watcher.onProgress({ phase, done: file.bytes, total: file.bytes });
}
