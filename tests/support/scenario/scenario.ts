import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import pg from 'pg';
import { type JobPartsFragment, SetClockDocument } from '../../generated/graphql.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';
import { Player } from './player.js';
import { newSite, type Site } from './site.js';

/** How the program is started. */
export interface ScenarioOptions {
  /** Where time stands still until `setClock` moves it. */
  readonly clock: string;
  /** Whether each test has one of its own, or all tests of the file go on with the same. */
  readonly lasts?: 'A_TEST' | 'THE_FILE';
  /** Further variables of its environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

const LOGGED_ERRORS = 3;

/**
 * A whole Paceline on a database of the test's own, its time under the test's control, played through
 * its API alone:
 *
 *     const scenario = useScenario({ clock: '2026-03-28T12:00:00.000Z' });
 *
 *     test('a spend that reaches the daily cap pauses the campaign until midnight', async () => {
 *       const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
 *       const campaign = await scenario.aCampaign(brand, { dailyBudget: '100' });
 *       const changes = await scenario.watchChanges({ brandId: brand.id });
 *       await scenario.spend(campaign, '100');
 *       expect(await scenario.state(campaign)).toEqual([
 *         'PAUSED since 2026-03-28T12:00Z, next 2026-03-28T23:00Z',
 *         'DAILY_BUDGET since 2026-03-28T12:00Z, clears 2026-03-28T23:00Z',
 *       ]);
 *       expect(changeLine(await changes.next())).toBe(
 *         'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-03-28T12:00Z',
 *       );
 *     });
 *
 * The verbs are in `player.ts`, `run`, `send` and `watch` for any other operation in `api-client.ts`,
 * how to wait for events (and how to show that none came) in `recorder.ts`, the short texts of states,
 * changes and closes in `texts.ts`. Operations are in `tests/api/operations`; `npm run codegen` makes
 * their types.
 */
export class Scenario extends Player {
  private database: TestDatabase | null = null;
  private isRunning = false;

  constructor(
    private readonly options: ScenarioOptions,
    private readonly program: Site = newSite(),
  ) {
    super(() => program.url);
  }

  /** Moves the clock, doing on the way all that falls due. */
  async setClock(at: string): Promise<void> {
    const { workers } = this.program;
    await (workers ? workers.setClock(at) : this.run(SetClockDocument, { at }));
  }

  /** Runs a job to its end, where whoever answers is asked; where there are workers, in each of them too. */
  override async runJob(job: string): Promise<JobPartsFragment> {
    const [answer] = await Promise.all([super.runJob(job), this.program.workers?.runJob(job)]);
    return answer;
  }

  /** Stops the program; what it wrote stays. Subscriptions end. */
  async stop(): Promise<void> {
    await this.hangUp();
    this.isRunning = false;
    await this.program.close();
  }

  /** Starts the program again, on the same database, its clock at a later instant. */
  async start(clock: string = this.options.clock): Promise<void> {
    this.database ??= await createTestDatabase();
    const { url } = this.database;
    const { environment } = this.options;
    await this.program.start({ DATABASE_URL: url, TEST_CLOCK: clock, ...environment });
    this.isRunning = true;
  }

  /** Runs a statement as the owner of the database, behind the program's back. */
  async change(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.database?.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  /** The errors in the log: an INTERNAL error tells its client only where to look. */
  protected override trouble(): string {
    const errors = this.program.log.filter(({ err }) => err !== undefined).slice(-LOGGED_ERRORS);
    return errors.map((line) => `\n${JSON.stringify(line, null, 2)}`).join('');
  }

  /** For the end of a test: stops the program and drops its database, where nothing must be wrong. */
  async end(): Promise<void> {
    const { workers } = this.program;
    if (workers && this.isRunning) expect(await workers.countFaults()).toBe(0);
    await this.stop();
    await this.database?.drop();
    this.database = null;
  }
}

/**
 * The scenario of a test file: begun anew before each test, unless it lasts for all of them. A test
 * that must reach behind the API gives its own `program`.
 */
export function useScenario(options: ScenarioOptions, program?: Site): Scenario {
  const scenario = new Scenario(options, program);
  const isShared = options.lasts === 'THE_FILE';
  (isShared ? beforeAll : beforeEach)(() => scenario.start());
  (isShared ? afterAll : afterEach)(() => scenario.end());
  return scenario;
}
