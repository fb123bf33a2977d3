import type { BenchServer } from '../estate/bench-server.js';
import type { Measure, Outcome } from './measure.js';

/** A measure with what came of it. */
export interface Result {
  readonly measure: Measure;
  /** What it found, or why it could not be measured. */
  readonly outcome: Outcome | { readonly failure: string };
  readonly seconds: number;
}

export interface RunSettings {
  readonly server: BenchServer;
  /** Where each measure's own endings are put while it runs, so that breaking off finds them. */
  readonly endings: AsyncDisposableStack;
  /** Aborted when the run is broken off: what fails then says nothing. */
  readonly stop: AbortSignal;
  readonly say: (text: string) => void;
}

/** Runs the measures one after the other; one that fails does not keep the others from it. */
export async function runMeasures(
  measures: readonly Measure[],
  settings: RunSettings,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [i, measure] of measures.entries()) {
    if (settings.stop.aborted) break;
    settings.say(`${measure.name} (${i + 1} of ${measures.length})`);
    const startedAt = performance.now();
    const outcome = await runMeasure(measure, settings);
    const seconds = (performance.now() - startedAt) / 1_000;
    settings.say(`  took ${seconds.toFixed(0)} s`);
    results.push({ measure, outcome, seconds });
  }
  return results;
}

async function runMeasure(measure: Measure, settings: RunSettings): Promise<Result['outcome']> {
  const { server, say } = settings;
  const endings = settings.endings.use(new AsyncDisposableStack());
  const bench = {
    endings,
    say: (text: string) => {
      say(`  ${text}`);
    },
    estate: async (campaigns: number) => {
      const estate = await server.openEstate(campaigns);
      endings.defer(() => estate.drop());
      return estate;
    },
  };
  try {
    return await measure.run(bench);
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(`  failed: ${failure}`);
    return { failure };
  } finally {
    await endings.disposeAsync().catch((error: unknown) => {
      say(`  not all was left in order: ${String(error)}`);
    });
  }
}
