import type { Micros } from '../../domain/money/micros.js';
import type { BrandSlot, CampaignSlot } from './import-directory.js';
import type { CheckedRows } from './import-pass.js';
import type { ImportReport } from './import-request.js';
import { type MadeOwners, plannedAmong } from './make-owners.js';
import type { RecordedRows } from './record-rows.js';

type Counts = {
  -readonly [K in keyof Omit<ImportReport, 'outcome' | 'currency'>]: ImportReport[K];
};

/** Adds up what an import finds, or does, batch by batch. */
export class ImportTally {
  private readonly counts: Counts = {
    rows: 0,
    badRows: 0,
    zeroRows: 0,
    totalMicros: 0n,
    brandsMade: 0,
    campaignsMade: 0,
    entriesRecorded: 0,
    recordedMicros: 0n,
    entriesKnown: 0,
    entriesRefused: 0,
  };

  get badRows(): number {
    return this.counts.badRows;
  }

  /** What the rows are. */
  judged({ sound, badRows }: CheckedRows): void {
    const { counts } = this;
    counts.rows += sound.length + badRows;
    counts.badRows += badRows;
    counts.zeroRows += sound.filter(({ row }) => row.amountMicros === 0n).length;
    counts.totalMicros += sum(sound.map(({ row }) => row.amountMicros));
    counts.entriesKnown += sound.reduce((total, { knownSpends }) => total + knownSpends, 0);
  }

  /** What was made for them. */
  made({ brands, campaigns }: MadeOwners): void {
    this.counts.brandsMade += brands;
    this.counts.campaignsMade += campaigns;
  }

  /** What was recorded of them. */
  recorded({ entries, amountMicros, known, refused }: RecordedRows): void {
    this.counts.entriesRecorded += entries;
    this.counts.recordedMicros += amountMicros;
    this.counts.entriesKnown += known;
    this.counts.entriesRefused += refused;
  }

  report(outcome: ImportReport['outcome'], currency: string | null): ImportReport {
    return { outcome, currency, ...this.counts };
  }
}

/** Adds up what an import would make and record. */
export class ImportForecast {
  private readonly brands = new Set<BrandSlot>();
  private readonly campaigns = new Set<CampaignSlot>();
  private count = 0;
  private amountMicros: Micros = 0n;

  add({ sound }: CheckedRows): void {
    const planned = plannedAmong(sound.map(({ campaign }) => campaign));
    for (const brand of planned.brands) this.brands.add(brand);
    for (const campaign of planned.campaigns) this.campaigns.add(campaign);
    const amounts = sound.flatMap(({ newSpends }) => newSpends.map((spend) => spend.amountMicros));
    this.count += amounts.length;
    this.amountMicros += sum(amounts);
  }

  owners(): MadeOwners {
    return { brands: this.brands.size, campaigns: this.campaigns.size };
  }

  entries(): RecordedRows {
    return { entries: this.count, amountMicros: this.amountMicros, known: 0, refused: 0 };
  }
}

function sum(amounts: readonly Micros[]): Micros {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
