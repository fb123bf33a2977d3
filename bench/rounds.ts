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

/**
 * Lets contenders take turns, so many rounds of all of them, and gives for each what its turns came to,
 * whatever they measure. `say` hears of each round.
 */
export async function takeTurns<Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<number>>>,
  { rounds, say }: { readonly rounds: number; readonly say: (text: string) => void },
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(contenders) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of names) figures[name].push(await contenders[name]());
    const latest = names.map((name) => `${name} ${figures[name].at(-1)?.toPrecision(4) ?? ''}`);
    say(`round ${round}: ${latest.join(', ')}`);
  }
  return figures;
}

/** How one contender's figure stands to another's, round by round. */
export function ratiosOf(ours: readonly number[], theirs: readonly number[]): readonly number[] {
  return ours.map((figure, i) => figure / (theirs[i] ?? Number.NaN));
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
