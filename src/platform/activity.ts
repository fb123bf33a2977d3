/** How often something happened, by a word that tells its cases apart. The words come from the code. */
export class Counts {
  private readonly countByLabel = new Map<string, number>();

  add(label: string, count = 1): void {
    this.countByLabel.set(label, this.of(label) + count);
  }

  of(label: string): number {
    return this.countByLabel.get(label) ?? 0;
  }

  all(): readonly (readonly [label: string, count: number])[] {
    return [...this.countByLabel];
  }
}

/** What this process has done since it started. */
export const activity = {
  /** Spends and refunds that were judged, by their outcome. */
  spendEntries: new Counts(),
  /** Runs of jobs that ended, by the job's name. */
  jobRuns: new Counts(),
  /** Those of them that failed. */
  jobFailures: new Counts(),
  /** Differences that a job found and repaired, by its name; normally none. */
  jobRepairs: new Counts(),
} as const;
