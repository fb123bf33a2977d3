import type { Config } from './config.js';
import { formatInstant } from './domain/time/instant.js';
import type { Welcome } from './first-start.js';

/** What has been started: where it serves, and how to get in. */
interface Started {
  readonly url: string;
  readonly welcome: Welcome;
}

/** What is running and where, for a person at a terminal. */
export function startReport(config: Config, { url, welcome }: Started): string {
  const lines = [...doors(config, url), ...workings(config), ...entrances(config, welcome)];
  const text = columnsOf(lines);
  return ['', `Paceline is running.`, '', ...text, '', '  Ctrl+C stops it.', '', ''].join('\n');
}

/** How to get in, where nobody sees a report; empty if there is nothing new to be said. */
export function welcomeText(config: Config, { welcome }: Started): string {
  const lines = entrances(config, welcome);
  return lines.length === 0 ? '' : `${columnsOf(lines).join('\n')}\n`;
}

type Line = readonly [name: string, value: string];

function doors({ roles }: Config, url: string): Line[] {
  const health: Line = ['Health', `${url}/healthz, /readyz, /metrics`];
  if (!roles.includes('api')) return [health];
  return [
    ['Console', url],
    ['Playground', `${url}/playground`],
    ['Documentation', `${url}/docs`],
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

function entrances({ ownerEmail, dataDir }: Config, { firstKey, demo }: Welcome): Line[] {
  const lines: Line[] = [];
  if (demo) lines.push(['Sign in', `${demo.email} with the password ${demo.password}`]);
  if (firstKey === null) return lines;
  lines.push(['First key', `${firstKey} (shown this once; kept in ${dataDir}/bootstrap-token)`]);
  if (demo) return lines;
  const command = `npm run paceline -- user reset-link ${ownerEmail}`;
  return [...lines, ['Owner', `${ownerEmail}: "${command}" gives a link to set the password`]];
}

function columnsOf(lines: readonly Line[]): readonly string[] {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return lines.map(([name, value]) => `  ${name.padEnd(width)}${value}`);
}
