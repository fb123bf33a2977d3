/** Something to be measured: does its work for about that long and says how many events it did. */
export interface Contender {
  readonly name: string;
  run(durationMs: number): Promise<number>;
}

/** Events per second of one contender, a figure for each round. */
export interface Rates {
  readonly name: string;
  readonly perSecond: readonly number[];
}

/** Runs the contenders one after the other, again and again, so that noise falls on all alike. */
export async function interleave(
  contenders: readonly Contender[],
  { rounds, durationMs }: { readonly rounds: number; readonly durationMs: number },
): Promise<readonly Rates[]> {
  const rates = contenders.map(({ name }) => ({ name, perSecond: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, contender] of contenders.entries()) {
      const started = performance.now();
      const events = await contender.run(durationMs);
      const perSecond = (events * 1000) / (performance.now() - started);
      rates[i]?.perSecond.push(perSecond);
      process.stderr.write(`  round ${round + 1}: ${contender.name}: ${perSecond.toFixed(0)}/s\n`);
    }
  }
  return rates;
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
