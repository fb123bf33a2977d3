import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Player } from '../../support/access/cast.js';
import { type DoorAnswer, SocketDoor } from '../../support/access/doors.js';
import { type Names, unknownNames } from '../../support/access/estate.js';
import { operationOf } from '../../support/access/operation-text.js';
import { probesOf } from '../../support/access/probes.js';
import type { RootField } from '../../support/access/root-fields.js';
import { ROOT_FIELDS, useStage } from '../../support/access/stage.js';
import { stir } from '../../support/access/stir.js';
import { until } from '../../support/until.js';

const stage = useStage();

const SUBSCRIPTIONS = ROOT_FIELDS.filter(({ kind }) => kind.valueOf() === 'subscription');
const CASES = SUBSCRIPTIONS.flatMap((field) =>
  probesOf(field.name).map((probe, i) => ({ field, probe, what: `${field.name} ${i + 1}` })),
);
const UNKNOWN = unknownNames();

const doors = new Map<Player, SocketDoor>();

beforeAll(() => {
  const { app, players } = stage();
  for (const player of players) {
    // Those who may hear nothing at all are told so at once.
    if (player.role !== null && player.role !== 'INGEST') {
      doors.set(player, new SocketDoor(app, player));
    }
  }
});

afterAll(async () => {
  await Promise.all([...doors.values()].map((door) => door.close()));
});

/** The server begins with the messages of a socket in order: once this is answered it watches. */
async function untilWatching(): Promise<void> {
  const nothing = { query: '{ __typename }', variables: {} };
  await Promise.all([...doors.values()].map((door) => door.ask(nothing)));
}

/** Something happens in the other agency, in the agency's other brand, and at last in the first. */
async function stirAll(): Promise<void> {
  const { app, estate, foreign } = stage();
  const { kernel } = app.app;
  await stir(kernel, foreign.caller, foreign.campaignId);
  await stir(kernel, estate.caller, estate.otherCampaignId);
  await stir(kernel, estate.caller, estate.campaignId);
}

/** The brands of which somebody heard. */
function brandsIn(heard: readonly DoorAnswer[]): ReadonlySet<string> {
  return new Set(JSON.stringify(heard).match(/(?<="id":")brand_\w+/g));
}

/** What each player hears of a field, while all is stirred, until they have heard of the first brand. */
async function hearAll(
  field: RootField,
  variablesOf: readonly ((player: Player) => Readonly<Record<string, unknown>>)[],
): Promise<ReadonlyMap<Player, readonly (readonly DoorAnswer[])[]>> {
  const { estate } = stage();
  const heard = new Map<Player, DoorAnswer[][]>();
  const controls: DoorAnswer[][] = [];
  for (const [player, door] of doors) {
    const watched = variablesOf.map((of) => door.watch(operationOf(field, of(player))));
    heard.set(player, watched);
    controls.push(door.watch(operationOf(field, { brandId: estate.names.brand })));
  }
  await untilWatching();
  await stirAll();
  await until(() => controls.every((control) => control.length > 0));
  await untilWatching();
  return heard;
}

test('there are watchers of all the agency and of one brand', () => {
  const watchers = [...doors.keys()];
  expect(watchers.some(({ isConfined }) => isConfined)).toBe(true);
  expect(watchers.some(({ isConfined }) => !isConfined)).toBe(true);
});

describe.each(SUBSCRIPTIONS)('$name of everything', (field) => {
  test('is of what the watcher reaches', async () => {
    const { estate } = stage();
    const { names, beyond } = estate;
    for (const [player, [heard = []]] of await hearAll(field, [() => ({})])) {
      const reach = player.isConfined ? [names.brand] : [names.brand, beyond.brand];
      expect([player.name, brandsIn(heard)]).toEqual([player.name, new Set(reach)]);
    }
  });
});

describe.each(CASES)('$what, about things of others,', ({ field, probe }) => {
  function about(names: Names): Readonly<Record<string, unknown>> {
    return probe({ names, own: stage().estate.names, serial: '' });
  }

  test('is heard as of nothing at all', async () => {
    const { estate, foreign } = stage();
    const beyond = (player: Player): Names => (player.isConfined ? estate.beyond : foreign.names);
    const heard = await hearAll(field, [
      () => about(UNKNOWN),
      () => about(foreign.names),
      (player) => about(beyond(player)),
    ]);
    for (const [player, lists] of heard) {
      const [nothing, foreigners, others] = lists.map(brandsIn);
      expect([player.name, foreigners, others]).toEqual([player.name, nothing, nothing]);
    }
  });

  test('is not so about the own', async () => {
    const { estate } = stage();
    const heard = await hearAll(field, [() => about(UNKNOWN), () => about(estate.names)]);
    for (const [player, [nothing = [], own = []]] of heard) {
      expect([player.name, own.length > nothing.length]).toEqual([player.name, true]);
    }
  });
});
