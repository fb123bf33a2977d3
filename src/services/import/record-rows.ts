import type { Caller } from '../../domain/access/caller.js';
import { invariant } from '../../domain/errors.js';
import type { RowProblem } from '../../domain/import/read-import-row.js';
import { formatMicros, type Micros } from '../../domain/money/micros.js';
import type { SpendClaim } from '../../domain/spend/claim.js';
import type { BookKernel } from '../kernel.js';
import { recordClaims } from '../spend/record-claims.js';
import { type CheckedRow, IMPORT_SOURCE } from './import-pass.js';
import type { PlannedSpend } from './plan-row.js';

/** What became of the spends of some rows. */
export interface RecordedRows {
  readonly entries: number;
  readonly amountMicros: Micros;
  /** Recorded by somebody else since they were judged. */
  readonly known: number;
  readonly refused: number;
}

/**
 * Records what of the rows is not in the ledger yet, in one transaction; their campaigns must be
 * there. A spend that is refused refuses no other; `onProblem` is told.
 */
export async function recordRows(
  kernel: BookKernel,
  caller: Caller,
  {
    rows,
    onProblem,
  }: {
    readonly rows: readonly CheckedRow[];
    readonly onProblem: (problem: RowProblem) => void;
  },
): Promise<RecordedRows> {
  const claims = rows.flatMap((row) => row.newSpends.map((spend) => claimOf(row, spend, caller)));
  const report = { entries: 0, amountMicros: 0n, known: 0, refused: 0 };
  if (claims.length === 0) return report;
  const { results } = await recordClaims(kernel, claims);
  results.forEach((result, i) => {
    const claim = claims[i];
    invariant(claim, 'each claim has a result');
    if (result.outcome === 'REJECTED') {
      report.refused += 1;
      for (const { message } of result.errors) onProblem(problemOf(claim, message));
    } else if (result.outcome === 'DUPLICATE') {
      report.known += 1;
    } else {
      report.entries += 1;
      report.amountMicros += claim.amountMicros;
    }
  });
  return report;
}

function claimOf({ row, campaign }: CheckedRow, spend: PlannedSpend, caller: Caller): SpendClaim {
  invariant(campaign.id !== null, 'campaigns are made before their spend is recorded');
  return {
    kind: 'SPEND',
    namedBy: 'campaignId',
    name: campaign.id,
    ...spend,
    source: IMPORT_SOURCE,
    currency: null,
    imported: true,
    path: [String(row.line)],
    caller,
  };
}

function problemOf({ path, amountMicros }: SpendClaim, message: string): RowProblem {
  return { line: Number(path[0]), column: 'amount', value: formatMicros(amountMicros), message };
}
