import { availableParallelism, cpus } from 'node:os';

/** A line of the table: what is wanted, and what was measured. */
export interface Finding {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** A page of the documentation with what was measured, and where. */
export function renderReport(findings: readonly Finding[], browserVersion: string): string {
  const [cpu] = cpus();
  const rows = findings.map(
    ({ what, goal, measured, holds }) =>
      `| ${what} | ${goal} | ${measured} | ${holds ? 'yes' : '**no**'} |`,
  );
  return `# The console, measured

Written by \`npm run bench:console\`: the program, its database, the browser and what records the spend
share one machine with ${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), Node ${process.version}, Chromium
${browserVersion}. Access in both themes and on a phone is held at no violation by the tests
(tests/console/journeys/every-page.test.ts).

| what | goal | measured | holds |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
