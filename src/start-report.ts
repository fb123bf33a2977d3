import type { Config } from './config.js';
import { formatInstant } from './domain/time/instant.js';

/** What is running and where, for a person at a terminal. */
export function startReport(config: Config, url: string): string {
  const lines = [...doors(config, url), ...workings(config)];
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  const text = lines.map(([name, value]) => `  ${name.padEnd(width)}${value}`);
  return ['', `Paceline is running.`, '', ...text, '', '  Ctrl+C stops it.', '', ''].join('\n');
}

type Line = readonly [name: string, value: string];

function doors({ roles }: Config, url: string): Line[] {
  const health: Line = ['Health', `${url}/healthz, /readyz, /metrics`];
  if (!roles.includes('api')) return [health];
  return [
    ['Playground', `${url}/playground`],
    ['GraphQL', `${url}/graphql, ${url.replace(/^http/, 'ws')}/graphql`],
    health,
  ];
}

function workings({ roles, databaseUrl, dataDir, demo, testClock }: Config): Line[] {
  const lines: Line[] = [
    ['Roles', roles.join(', ')],
    [
      'Database',
      databaseUrl === null ? `embedded PostgreSQL in ${dataDir}` : 'as DATABASE_URL says',
    ],
    ['Demo', demo ? 'on: spend is simulated every minute (DEMO=off ends that)' : 'off'],
  ];
  if (testClock !== null) {
    lines.push(['Clock', `stands still from ${formatInstant(testClock)} until setClock moves it`]);
  }
  return lines;
}
