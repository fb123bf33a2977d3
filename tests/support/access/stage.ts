import { beforeAll } from '@jest/globals';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { setClock } from '../../../src/services/clock/set-clock.js';
import { instant } from '../instants.js';
import { type TestApp, useApp } from '../test-app.js';
import { everybody, type Player } from './cast.js';
import { anEstate, completed, type Estate } from './estate.js';
import { PROBED_AT } from './probes.js';
import { rootFieldsOf } from './root-fields.js';

/** The program with two agencies that have something of everything, and everybody of the first. */
export interface Stage {
  readonly app: TestApp;
  readonly estate: Estate;
  readonly foreign: Estate;
  readonly players: readonly Player[];
}

/** Every root field, those of the test clock among them. */
export const ROOT_FIELDS = rootFieldsOf(buildGraphSchema({ testClock: true }));

const ENVIRONMENT = {
  TEST_CLOCK: '2026-07-15T12:00:00.000Z',
  REQUESTS_PER_MINUTE: '0',
  GRAPHQL_WS_MAX_SOCKETS_PER_ADDRESS: '1000',
  LOG_LEVEL: 'warn',
};

/** The stage of a test file. */
export function useStage(): () => Stage {
  const app = useApp(ENVIRONMENT);
  let stage: Stage | undefined;
  beforeAll(async () => {
    stage = await build(app);
  });
  return () => {
    if (stage === undefined) throw new Error('the stage is built before the first test');
    return stage;
  };
}

async function build(app: TestApp): Promise<Stage> {
  const { kernel } = app.app;
  const estates = [await anEstate(kernel, 'north'), await anEstate(kernel, 'south')] as const;
  await setClock(kernel, estates[0].caller, instant(PROBED_AT));
  const estate = await completed(kernel, estates[0]);
  const foreign = await completed(kernel, estates[1]);
  return { app, estate, foreign, players: await everybody(kernel, estate) };
}

let serial = 0;

/** What tells an operation from every other of this file. */
export function nextSerial(): string {
  serial += 1;
  return `no-${String(serial).padStart(6, '0')}`;
}
