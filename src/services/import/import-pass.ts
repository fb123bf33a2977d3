import type { Caller } from '../../domain/access/caller.js';
import { invariant } from '../../domain/errors.js';
import type { ImportField } from '../../domain/import/import-columns.js';
import {
  type ImportRow,
  problemIn,
  type RawRow,
  readImportRow,
  type RowProblem,
} from '../../domain/import/read-import-row.js';
import { formatMicros } from '../../domain/money/micros.js';
import { err, ok, type Result } from '../../domain/result.js';
import { MAX_AHEAD_MS } from '../../domain/spend/judge-claim.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import { loadEntriesByEvent } from '../../persistence/queries/load-entries.js';
import type { BookKernel } from '../kernel.js';
import { DayStarts } from './day-starts.js';
import { type CampaignSlot, ImportDirectory } from './import-directory.js';
import type { ImportFile } from './open-import.js';
import { equalityOf, type PlannedSpend, planRow, rowKey } from './plan-row.js';
import { RepeatCount } from './repeat-count.js';

/** The source under which all imported spend is recorded. */
export const IMPORT_SOURCE = 'import';
/** So many rows a file may have: what is remembered of each takes memory. */
const MAX_ROWS = 10_000_000;

/** A sound row, whose campaign it is, and what of it is not in the ledger yet. */
export interface CheckedRow {
  readonly row: ImportRow;
  readonly campaign: CampaignSlot;
  readonly newSpends: readonly PlannedSpend[];
  readonly knownSpends: number;
}

/** Some rows of a file, judged. */
export interface CheckedRows {
  readonly sound: readonly CheckedRow[];
  readonly badRows: number;
  readonly problems: readonly RowProblem[];
}

type Judged<T> = Result<T, readonly RowProblem[]>;

interface ReadRow {
  readonly raw: RawRow;
  readonly row: ImportRow;
}

interface PlacedRow extends ReadRow {
  readonly campaign: CampaignSlot;
  readonly spends: readonly PlannedSpend[];
}

/** What one reading of the file, from its first row to its last, judges rows by. */
export class ImportPass {
  private readonly directory: ImportDirectory;
  private readonly repeats = new RepeatCount();
  private readonly dayStarts: DayStarts;
  private readonly latest: Instant;
  private rows = 0;

  constructor(
    private readonly kernel: BookKernel,
    private readonly caller: Caller,
    private readonly file: ImportFile,
  ) {
    const { create, timeZone } = file.request;
    const rules = { create, timeZone, currency: file.currency };
    this.directory = new ImportDirectory(kernel.database.within(caller), caller.agencyId, rules);
    this.dayStarts = new DayStarts(file.request.per);
    this.latest = kernel.clock.now() + MAX_AHEAD_MS;
  }

  /** Judges the next rows: three statements, however many they are. Changes nothing. */
  async check(raws: readonly RawRow[]): Promise<CheckedRows> {
    this.rows += raws.length;
    invariant(this.rows <= MAX_ROWS, `an import has at most ${MAX_ROWS} rows`);
    const problems: RowProblem[] = [];
    const keep = <T>(judged: Judged<T>): readonly T[] => {
      if (judged.ok) return [judged.value];
      problems.push(...judged.error);
      return [];
    };
    const read = raws.flatMap((raw) => keep(this.read(raw)));
    await this.directory.learn(read.map(({ row }) => row));
    const placed = read.flatMap((one) => keep(this.place(one)));
    const known = await this.loadKnown(placed);
    const sound = placed.flatMap((one) => keep(this.compare(one, known)));
    return { sound, badRows: raws.length - sound.length, problems };
  }

  private read(raw: RawRow): Judged<ReadRow> {
    const row = readImportRow(raw, this.file.columns);
    return row.ok ? ok({ raw, row: row.value }) : row;
  }

  private place({ raw, row }: ReadRow): Judged<PlacedRow> {
    const equality = equalityOf(row);
    const nth = this.repeats.next(equality);
    const place = this.directory.place(row);
    if (!place.ok) return this.bad(raw, place.error.field, place.error.message);
    const days = this.dayStarts.of(row.date, place.value.brand.timeZone);
    if ((days.at(-1) ?? 0) > this.latest) {
      const what = days.length === 1 ? 'The day is' : 'The week ends';
      return this.bad(raw, 'date', `${what} in the future.`);
    }
    const spends = planRow(row, { key: rowKey(equality, nth), days });
    return ok({ raw, row, campaign: place.value, spends });
  }

  private async loadKnown(placed: readonly PlacedRow[]): Promise<ReadonlyMap<string, SpendEntry>> {
    const { caller } = this;
    const { agencyId } = caller;
    const keys = placed.flatMap(({ spends }) =>
      spends.map(({ eventId }) => ({ agencyId, source: IMPORT_SOURCE, eventId })),
    );
    const entries = await loadEntriesByEvent(this.kernel.database.within(caller), keys);
    return new Map(entries.map((entry) => [entry.eventId, entry]));
  }

  private compare(
    { raw, row, campaign, spends }: PlacedRow,
    known: ReadonlyMap<string, SpendEntry>,
  ): Judged<CheckedRow> {
    const newSpends: PlannedSpend[] = [];
    for (const spend of spends) {
      const entry = known.get(spend.eventId);
      if (entry && entry.campaignId !== campaign.id) {
        return this.bad(raw, 'brand', 'The row was imported before for another campaign.');
      }
      if (entry && entry.amountMicros !== spend.amountMicros) {
        const before = formatMicros(entry.amountMicros);
        const message = `The row was imported before with another amount or spread: ${before} on a day of it.`;
        return this.bad(raw, 'amount', message);
      }
      if (!entry) newSpends.push(spend);
    }
    return ok({ row, campaign, newSpends, knownSpends: spends.length - newSpends.length });
  }

  private bad(raw: RawRow, field: ImportField, message: string): Judged<never> {
    const { columns } = this.file;
    return err([problemIn(raw, columns[field] ?? columns.brand, message)]);
  }
}
