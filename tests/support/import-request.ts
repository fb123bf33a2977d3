import type { RowProblem } from '../../src/domain/import/read-import-row.js';
import type { ImportReport, ImportRequest } from '../../src/services/import/import-request.js';
import { importSpend } from '../../src/services/import/import-spend.js';
import type { World } from './world.js';

/** What an import of a test said, and what it found wrong: "3 amount: It is negative." */
export interface TriedImport {
  readonly report: ImportReport;
  readonly problems: readonly string[];
}

/** Imports a file into the world, or into a program that runs: daily, in euros, making what is missing, but for what is given. */
export async function tryImport(
  world: Pick<World, 'kernel' | 'caller'>,
  path: string,
  details: Partial<ImportRequest> = {},
): Promise<TriedImport> {
  const problems: string[] = [];
  const report = await importSpend(world.kernel, world.caller, {
    path,
    delimiter: ',',
    columns: { brand: null, brandName: null, campaign: null, date: null, amount: null },
    currency: 'EUR',
    per: 'DAY',
    create: true,
    timeZone: 'UTC',
    dryRun: false,
    skipBad: false,
    onProblem: (problem) => problems.push(textOf(problem)),
    ...details,
  });
  return { report, problems };
}

function textOf({ line, column, message }: RowProblem): string {
  return `${line} ${column}: ${message}`;
}
