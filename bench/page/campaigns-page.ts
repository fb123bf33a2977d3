import { startProgram } from '../chaos/program.js';
import { interleave, median, ratiosOf } from '../rounds.js';
import { type Bench, type Measure, type Outcome, ROUNDS } from '../table/measure.js';
import type { Demand } from '../table/reading.js';
import { PAGE_STATEMENTS } from './fill-page-estate.js';
import { CONNECTIONS, PageReader } from './page-reader.js';
import { ourPages, postgraphilePages } from './page-sources.js';
import { startPostGraphile } from './postgraphile.js';

const DEMAND: Demand = {
  what: 'campaigns page of 50 with brand, usage, schedule, blockers: requests/s against PostGraphile for the same data',
  unit: 'x',
  better: 'MORE',
  atLeast: 1,
  goal: 1.5,
};
const CAMPAIGNS = 10_000;
const POOL_SIZE = 16;
const ROUND_MS = 4_000;
const WARM_UP_MS = 4_000;

/** How many pages a second both servers give, each a process of its own on the same database. */
export const campaignsPage: Measure = { name: 'page', demands: [DEMAND], run: measurePages };

async function measurePages(bench: Bench): Promise<Outcome> {
  const { endings, say } = bench;
  const estate = await bench.estate(CAMPAIGNS);
  await estate.execute(...PAGE_STATEMENTS);
  say('starting both; PostGraphile is installed if it is not there yet');
  const peer = await startPostGraphile({ url: estate.superuserUrl, poolSize: POOL_SIZE });
  endings.defer(() => peer.stop());
  const program = await startProgram({
    DATABASE_URL: estate.url,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
    ROLES: 'api',
    LOG_LEVEL: 'info',
    REQUESTS_PER_MINUTE: '0',
  });
  endings.defer(async () => {
    await program.end('SIGTERM');
  });
  const ours = await PageReader.open(ourPages(program.url));
  const theirs = await PageReader.open(postgraphilePages(peer.url));
  endings.defer(() => {
    ours.close();
    theirs.close();
  });
  for (const reader of [ours, theirs]) await reader.run(WARM_UP_MS);
  const rates = await interleave([ours, theirs], { rounds: ROUNDS, durationMs: ROUND_MS });
  const [ourRates, theirRates] = rates.map(({ perSecond }) => perSecond);
  if (!ourRates || !theirRates) throw new Error('both were measured');
  const notes = [
    `${median(ourRates).toFixed(0)} pages/s of ${await ours.bytes()} bytes against ${median(theirRates).toFixed(0)} of ${await theirs.bytes()} by PostGraphile ${peer.version} with its Amber preset; ${CONNECTIONS} connections walk through ${CAMPAIGNS} campaigns`,
    'PostGraphile reads as the superuser, whom no policy holds up, and gives what is stored; Paceline reads behind the wall between agencies, evaluates, and checks who asks',
  ];
  return { readings: [{ demand: DEMAND, rounds: ratiosOf(ourRates, theirRates), notes }] };
}
