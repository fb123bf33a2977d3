import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FieldAccess, Permission } from '../../../src/domain/access/permission.js';
import { ID_KINDS, type IdKind } from '../../../src/domain/ids.js';
import { again, type Player, type Verdict, verdictOf } from '../../support/access/cast.js';
import { type Door, type DoorAnswer, httpDoor, SocketDoor } from '../../support/access/doors.js';
import { operationOf } from '../../support/access/operation-text.js';
import { PROBES, probesOf } from '../../support/access/probes.js';
import type { RootField } from '../../support/access/root-fields.js';
import { nextSerial, ROOT_FIELDS, useStage } from '../../support/access/stage.js';
import { stir } from '../../support/access/stir.js';

const stage = useStage();

const SUBSCRIPTIONS = ROOT_FIELDS.filter(({ kind }) => kind.valueOf() === 'subscription');
const OTHERS = ROOT_FIELDS.filter((field) => !SUBSCRIPTIONS.includes(field));

type Verdicts = Readonly<Record<string, string>>;

/** What became of what everybody tried, by name; all try at once. */
async function tryAll(
  attempt: (player: Player) => Promise<readonly DoorAnswer[]>,
): Promise<Verdicts> {
  const { players } = stage();
  const outcomes = await Promise.all(
    players.map(async (player) => {
      const verdicts = (await attempt(player)).map(verdictIn);
      return [player.name, [...new Set(verdicts)].join(' or ')] as const;
    }),
  );
  return Object.fromEntries(outcomes);
}

function verdictIn({ errors = [], status, closed }: DoorAnswer): string {
  if (closed !== undefined) return `CLOSED ${closed}`;
  const codes = errors.map(({ extensions }) => String(extensions['code']));
  const isOutside = status === 401;
  return [...codes, ...(isOutside ? [status] : [])].join(' ') || 'ANSWERED';
}

/** What the catalogue says of everybody, with what that looks like at the door. */
function expected(access: FieldAccess | null, looks: Partial<Record<Verdict, string>>): Verdicts {
  if (access === null) throw new Error('the field declares no access');
  const verdicts = stage().players.map((player) => {
    const verdict = verdictOf(player, access);
    return [player.name, looks[verdict] ?? verdict];
  });
  return Object.fromEntries(verdicts) as Verdicts;
}

/** Over HTTP. */
const BY_STATUS = { UNAUTHENTICATED: 'UNAUTHENTICATED 401' };
/** On a socket, which whoever shows nothing does not get to open. */
const NOT_LET_IN = { nobody: 'CLOSED 4401' };

/** Tries a field in all ways, one after the other, about things of the player's own agency. */
async function tryField(field: RootField, door: Door): Promise<readonly DoorAnswer[]> {
  const { names } = stage().estate;
  const answers: DoorAnswer[] = [];
  for (const probe of probesOf(field.name)) {
    const variables = probe({ names, own: names, serial: nextSerial() });
    answers.push(await door.ask(operationOf(field, variables)));
  }
  return answers;
}

/** Whoever tries what ends their session does it with another one. */
function actorFor({ name }: RootField, player: Player): Promise<Player> {
  return name === 'signOut' ? again(stage().app.app.kernel, player) : Promise.resolve(player);
}

test('every field has arguments to be tried with, and nothing else has', () => {
  const names = ROOT_FIELDS.map(({ name }) => name);
  expect(Object.keys(PROBES).toSorted()).toEqual(names.toSorted());
});

/** What somebody needs in order to see a thing by its id; null: only a person's own list shows it. */
const SEEN_WITH: Readonly<Record<IdKind, Permission | null>> = {
  agency: 'agency:read',
  audit: 'audit:read',
  brand: 'brand:read',
  campaign: 'campaign:read',
  change: 'campaign:read',
  close: 'brand:read',
  entry: 'spend:read',
  invitation: 'member:read',
  key: 'key:read',
  person: 'member:read',
  session: null,
};

describe.each(ID_KINDS)('an id of kind %s', (kind) => {
  test('shows the thing to those alone who may see it', async () => {
    const { app, estate, players } = stage();
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    const variables = { id: estate.names[kind] };
    const permission = SEEN_WITH[kind];
    for (const player of players.filter(({ credential }) => credential !== null)) {
      const answer = await httpDoor(app, player).ask({ query, variables });
      const isSeen = permission !== null && verdictOf(player, permission) === 'ANSWERED';
      const node = isSeen ? { id: estate.names[kind] } : null;
      expect([player.name, answer.data, answer.errors]).toEqual([player.name, { node }, undefined]);
    }
  });
});

describe('over HTTP', () => {
  test.each(OTHERS)('$kind $name is for those alone who may', async (field) => {
    const verdicts = await tryAll(async (player) =>
      tryField(field, httpDoor(stage().app, await actorFor(field, player))),
    );
    expect(verdicts).toEqual(expected(field.access, BY_STATUS));
  });

  test.each(SUBSCRIPTIONS)('$kind $name is for nobody', async (field) => {
    const verdicts = await tryAll((player) => tryField(field, httpDoor(stage().app, player)));
    const { players } = stage();
    const refusals = players.map(({ name, credential }) => {
      return [name, credential === null ? BY_STATUS.UNAUTHENTICATED : 'BAD_USER_INPUT'];
    });
    expect(verdicts).toEqual(Object.fromEntries(refusals));
  });
});

describe('over a websocket', () => {
  const doors = new Map<Player, SocketDoor>();

  function doorOf(player: Player): SocketDoor {
    const door = doors.get(player);
    if (door === undefined) throw new Error(`there is no door for ${player.name}`);
    return door;
  }

  beforeAll(() => {
    const { app, players } = stage();
    for (const player of players) doors.set(player, new SocketDoor(app, player));
  });

  afterAll(async () => {
    await Promise.all([...doors.values()].map((door) => door.close()));
  });

  /** Whoever signs out on a socket may be shown out before they are told that they have. */
  function withoutFarewells({ name }: RootField, verdicts: Verdicts): Verdicts {
    if (name !== 'signOut') return verdicts;
    const entries = Object.entries(verdicts);
    return Object.fromEntries(
      entries.map(([player, verdict]) => [player, verdict.replace('CLOSED 4403', 'ANSWERED')]),
    );
  }

  test.each(OTHERS)('$kind $name is for those alone who may', async (field) => {
    const others: SocketDoor[] = [];
    const verdicts = await tryAll(async (player) => {
      const actor = await actorFor(field, player);
      if (actor === player) return tryField(field, doorOf(player));
      const door = new SocketDoor(stage().app, actor);
      others.push(door);
      return tryField(field, door);
    });
    await Promise.all(others.map((door) => door.close()));
    expect(withoutFarewells(field, verdicts)).toEqual({
      ...expected(field.access, {}),
      ...NOT_LET_IN,
    });
  });

  test.each(SUBSCRIPTIONS)('$kind $name is heard by those alone who may', async (field) => {
    const { app, players, estate } = stage();
    const [probe] = probesOf(field.name);
    const variables = probe?.({ names: estate.names, own: estate.names, serial: nextSerial() });
    const heard = players.map((player) => doorOf(player).ask(operationOf(field, variables ?? {})));
    await Promise.all(
      players.map((player) => doorOf(player).ask({ query: '{ __typename }', variables: {} })),
    );
    await stir(app.app.kernel, estate.caller, estate.campaignId);
    const answers = await Promise.all(heard);
    const verdicts = players.map(({ name }, i) => [name, verdictIn(answers[i] ?? {})]);
    expect(Object.fromEntries(verdicts)).toEqual({ ...expected(field.access, {}), ...NOT_LET_IN });
  });
});
