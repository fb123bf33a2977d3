import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { formatFigure, formatLimit, judge, type Reading, spreadOf } from './reading.js';
import type { Result } from './run-measures.js';

/** Where it was measured, and with what. */
export interface Circumstances {
  readonly date: string;
  readonly postgresVersion: string;
  readonly minutes: number;
}

const HEAD = [
  '| what | figure | at least | goal | holds | rounds |',
  '| --- | --- | --- | --- | --- | --- |',
];
const BYTES_PER_GIB = 1024 ** 3;

/** The page with all results: machine, table, what each figure is made of, further sections. */
export function renderResults(results: readonly Result[], circumstances: Circumstances): string {
  const parts = [
    '# What was measured\n',
    introduction(circumstances),
    renderTable(results),
    '\n## What the figures are made of\n',
    ...results.flatMap(notesOf),
    ...results.flatMap(sectionsOf),
  ];
  return `${parts.join('\n')}\n`;
}

/** One line for each demand of each measure. */
export function renderTable(results: readonly Result[]): string {
  return [...HEAD, ...results.flatMap(rowsOf)].join('\n');
}

/** How many demands there are, how many hold and how many reach their goal. */
export function tally(results: readonly Result[]): Record<'demands' | 'holding' | 'goals', number> {
  const verdicts = results.flatMap(readingsOf).map(judge);
  return {
    demands: results.reduce((sum, { measure }) => sum + measure.demands.length, 0),
    holding: verdicts.filter(({ holds }) => holds).length,
    goals: verdicts.filter(({ reachesGoal }) => reachesGoal).length,
  };
}

function introduction({ date, postgresVersion, minutes }: Circumstances): string {
  const [cpu] = cpus();
  const memory = (totalmem() / BYTES_PER_GIB).toFixed(0);
  return `Written by \`npm run bench\` on ${date}, in ${minutes.toFixed(0)} minutes: ${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}),
${memory} GiB, Linux ${release()}, Node ${process.version}, PostgreSQL ${postgresVersion} with the settings of
\`npm start\`. Clients, programs, peers and the database share these cores. Each figure is the median of its
rounds, in which the contenders took turns; the last column has the lowest and the highest round.
`;
}

function rowsOf({ measure, outcome }: Result): readonly string[] {
  if ('readings' in outcome) return outcome.readings.map(rowOf);
  return measure.demands.map(
    (demand) =>
      `| ${demand.what} | could not be measured | ${formatLimit(demand.atLeast, demand)} | ` +
      `${formatLimit(demand.goal, demand)} | **no** | |`,
  );
}

function rowOf(reading: Reading): string {
  const { demand } = reading;
  const { figure, holds, reachesGoal } = judge(reading);
  const goal = `${formatLimit(demand.goal, demand)}${reachesGoal ? ' (reached)' : ''}`;
  const cells = [
    demand.what,
    `**${formatFigure(figure, demand.unit)}**`,
    formatLimit(demand.atLeast, demand),
    goal,
    holds ? 'yes' : '**no**',
    spreadOf(reading),
  ];
  return `| ${cells.join(' | ')} |`;
}

function notesOf({ measure, outcome, seconds }: Result): readonly string[] {
  const head = `- **${measure.name}** (${seconds.toFixed(0)} s)`;
  if ('failure' in outcome) return [`${head}: ${outcome.failure.split('\n')[0] ?? ''}`];
  return [head, ...outcome.readings.flatMap(({ notes }) => notes).map((note) => `  - ${note}`)];
}

function sectionsOf({ outcome }: Result): readonly string[] {
  return 'section' in outcome ? ['', outcome.section] : [];
}

function readingsOf({ outcome }: Result): readonly Reading[] {
  return 'readings' in outcome ? outcome.readings : [];
}
