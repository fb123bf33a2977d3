import { afterAll, beforeAll } from '@jest/globals';
import { type UsedRedis, useRedis } from '../redis-server.js';
import { ADMIN_TOKEN, type LogLine } from '../test-app.js';
import { Host } from './host.js';
import { Player } from './player.js';
import { playScenariosOn, type Site, type SiteWorkers } from './site.js';

const SETTINGS = {
  PORT: '0',
  DEMO: 'off',
  BOOTSTRAP_TOKEN: ADMIN_TOKEN,
  LOG_LEVEL: 'info',
  DATABASE_POOL_SIZE: '8',
};
/** Four processes load the program on however few cores there are. */
const START_MS = 60_000;

/**
 * Two apis and two workers, each a process of its own. Requests go to the apis in turn. Time is moved by
 * both workers at once, and so are jobs run: whatever one does the other must not do again.
 */
class FourProcesses implements Site, SiteWorkers {
  readonly workers = this;
  private turn = 0;

  constructor(
    private readonly apis: readonly Host[],
    private readonly workerHosts: readonly Host[],
    private readonly bus: () => Readonly<Record<string, string>>,
  ) {}

  get url(): string {
    this.turn += 1;
    return this.apis[this.turn % this.apis.length]?.url ?? '';
  }

  get log(): readonly LogLine[] {
    return this.hosts.flatMap(({ log }) => log);
  }

  async start(environment: Readonly<Record<string, string>>): Promise<void> {
    const settings = { ...SETTINGS, ...this.bus(), ...environment };
    await Promise.all([
      ...this.apis.map((host) => host.start({ ...settings, ROLES: 'api' })),
      ...this.workerHosts.map((host) => host.start({ ...settings, ROLES: 'worker' })),
    ]);
  }

  async close(): Promise<void> {
    await Promise.all(this.hosts.map((host) => host.tell('close')));
  }

  async setClock(at: string): Promise<void> {
    await Promise.all(this.workerHosts.map((host) => host.tell('setClock', at)));
  }

  async runJob(name: string): Promise<void> {
    const errors = await Promise.all(this.workerHosts.map((host) => host.tell('runJob', name)));
    const failed = errors.filter((error) => error !== null);
    if (failed.length > 0) throw new Error(`${name} failed: ${JSON.stringify(failed)}`);
  }

  async countFaults(): Promise<number> {
    return Number(await this.workerHosts[0]?.tell('countFaults'));
  }

  players(): readonly Player[] {
    return this.apis.map((host) => new Player(() => host.url));
  }

  private get hosts(): readonly Host[] {
    return [...this.apis, ...this.workerHosts];
  }
}

/** What a scenario on four processes may reach for besides. */
export interface Stage {
  /** What carries the signals between the processes; null: their database. */
  readonly redis: UsedRedis | null;
  /** Somebody who speaks with one of the apis alone, for each of them. */
  players(): readonly Player[];
}

/**
 * Plays all scenarios of this test file on two apis and two workers, which are started once and then begin
 * anew with each scenario. To be called before the scenarios are declared.
 */
export function playOnFourProcesses(bus: 'POSTGRES' | 'REDIS'): Stage {
  const hosts = Array.from({ length: 4 }, () => new Host());
  const redis = bus === 'REDIS' ? useRedis() : null;
  const environment = (): Record<string, string> => (redis ? { REDIS_URL: redis.url } : {});
  const site = new FourProcesses(hosts.slice(0, 2), hosts.slice(2), environment);
  playScenariosOn(() => site);
  beforeAll(() => Promise.all(hosts.map(({ ready }) => ready)), START_MS);
  afterAll(() => Promise.all(hosts.map((host) => host.end())));
  return { redis, players: () => site.players() };
}
