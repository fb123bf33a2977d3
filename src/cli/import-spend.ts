import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { RowProblem } from '../domain/import/read-import-row.js';
import { formatMicros } from '../domain/money/micros.js';
import type { ImportReport, ImportRequest } from '../services/import/import-request.js';
import { AGENCY_OPTION } from './agency-option.js';
import type { CommandResult, ManagementCommand } from './command.js';

interface Options {
  readonly brandColumn?: string;
  readonly brandNameColumn?: string;
  readonly campaignColumn?: string;
  readonly dateColumn?: string;
  readonly amountColumn?: string;
  readonly currency?: string;
  readonly delimiter: string;
  readonly per: 'day' | 'week';
  readonly create?: true;
  readonly zone: string;
  readonly dryRun?: true;
  readonly skipBad?: true;
  readonly agency?: string;
}

/** So many bad rows are in the JSON; on the screen there are all. */
const MAX_IN_JSON = 1_000;

const HELP = `
Columns that are not named are found by their usual titles: brand_id or Advertiser_ID, brand_name or
Advertiser_Name, campaign, date or Week_Start_Date, amount or Spend_USD (which also says the currency).
Without a campaign column each brand has one campaign. Dates are written 2026-11-22, amounts 1234.56.

Each row is recorded once, however often the file is imported: it is known by its brand, campaign and
date, and its place among equal ones. Spend may be of any age; it counts on its day in the brand's zone.

Example: npm run paceline -- import-spend spend.csv --create --per week --dry-run`;

/** `import-spend FILE`: records the spend in a CSV file. */
export const importSpendCommand: ManagementCommand = {
  create: () =>
    new Command('import-spend')
      .summary('record the spend in a CSV file')
      .description(
        'Record the spend in a CSV file. Every row is checked first: if one is bad, nothing is imported.',
      )
      .argument('<file>', 'the CSV file, in UTF-8, with titles in its first row')
      .option('--brand-column <title>', "the brand's external id")
      .option('--brand-name-column <title>', 'the name of brands that are made')
      .option('--campaign-column <title>', "the campaign's external id")
      .option('--date-column <title>', 'the day, or the first day of the week')
      .option('--amount-column <title>', 'what was spent')
      .option('--currency <code>', 'of the amounts, such as USD')
      .option('--delimiter <character>', 'what parts the columns', ',')
      .addOption(
        new Option(
          '--per <period>',
          'a row is the spend of its day, or of seven days that share it',
        )
          .choices(['day', 'week'])
          .default('day'),
      )
      .option('--create', 'make brands and campaigns that are not there')
      .option('--zone <name>', 'the time zone of brands that are made', 'UTC')
      .option('--dry-run', 'only say what would be done')
      .option('--skip-bad', 'import the sound rows of a file that has bad ones')
      .option(...AGENCY_OPTION)
      .addHelpText('after', HELP),
  schema: 'MIGRATED',
  prepare: (given) => {
    const options = given.opts<Options>();
    const request = requestOf(resolve(given.args[0] ?? ''), options);
    return async ({ kernel, callerIn, watcher, note }) => {
      const { importSpend } = await import('../services/import/import-spend.js');
      const problems: RowProblem[] = [];
      const onProblem = (problem: RowProblem): void => {
        if (problems.length < MAX_IN_JSON) problems.push(problem);
        note(textOf(problem));
      };
      const caller = await callerIn(options.agency ?? null);
      const report = await importSpend(kernel, caller, { ...request, onProblem, watcher });
      return resultOf(report, request, problems);
    };
  },
};

function requestOf(path: string, options: Options): Omit<ImportRequest, 'onProblem'> {
  const { delimiter, per, zone, create, dryRun, skipBad, currency = null } = options;
  return {
    path,
    delimiter: delimiter === '\\t' ? '\t' : delimiter,
    columns: {
      brand: options.brandColumn ?? null,
      brandName: options.brandNameColumn ?? null,
      campaign: options.campaignColumn ?? null,
      date: options.dateColumn ?? null,
      amount: options.amountColumn ?? null,
    },
    currency,
    per: per === 'week' ? 'WEEK' : 'DAY',
    create: create === true,
    timeZone: zone,
    dryRun: dryRun === true,
    skipBad: skipBad === true,
  };
}

function textOf({ line, column, value, message }: RowProblem): string {
  return `line ${line}, column ${column}: ${JSON.stringify(value)} ${message}`;
}

function resultOf(
  report: ImportReport,
  { path, skipBad }: Pick<ImportRequest, 'path' | 'skipBad'>,
  problems: readonly RowProblem[],
): CommandResult {
  const { totalMicros, recordedMicros, ...counts } = report;
  const [total, recorded] = [formatMicros(totalMicros), formatMicros(recordedMicros)];
  const isWhole = report.entriesRefused === 0 && (report.badRows === 0 || skipBad);
  return {
    ok: isWhole,
    lines: linesOf(report, { total, recorded }),
    next: nextOf(report, path),
    facts: { path, ...counts, total, recorded, problems },
  };
}

function linesOf(
  report: ImportReport,
  { total, recorded }: { readonly total: string; readonly recorded: string },
): readonly string[] {
  const currency = report.currency ?? '';
  const bad = report.badRows === 0 ? [] : [`${report.badRows} rows are bad; see above.`];
  if (report.outcome === 'REFUSED') return [...bad, 'Nothing was imported.'];
  const sound = report.rows - report.badRows;
  const would = report.outcome === 'DRY_RUN' ? 'Would make' : 'Made';
  return [
    ...bad,
    `${sound} rows with ${total} ${currency} are sound; ${report.zeroRows} of them are zero.`,
    `${would} ${report.brandsMade} brands and ${report.campaignsMade} campaigns.`,
    `${report.outcome === 'DRY_RUN' ? 'Would record' : 'Recorded'} ${report.entriesRecorded} spends of ${recorded} ${currency}; ${report.entriesKnown} were there already.`,
    ...(report.entriesRefused > 0
      ? [`${report.entriesRefused} spends were refused; see above.`]
      : []),
  ];
}

function nextOf({ outcome, entriesRefused }: ImportReport, path: string): readonly string[] {
  switch (outcome) {
    case 'REFUSED':
      return [`Correct ${path}, or import the other rows with --skip-bad.`];
    case 'DRY_RUN':
      return ['Nothing was changed. Leave out --dry-run to do it.'];
    case 'IMPORTED':
      return entriesRefused > 0
        ? [
            'What was refused can be imported again once its cause is gone: nothing is recorded twice.',
          ]
        : ['Prove the sums with "npm run paceline -- verify".'];
  }
}
