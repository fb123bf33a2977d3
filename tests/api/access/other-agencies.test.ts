import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Player } from '../../support/access/cast.js';
import { agencyRows } from '../../support/access/agency-rows.js';
import { type Door, httpDoor, SocketDoor } from '../../support/access/doors.js';
import { type Names, unknownNames } from '../../support/access/estate.js';
import { operationOf } from '../../support/access/operation-text.js';
import { probesOf } from '../../support/access/probes.js';
import type { RootField } from '../../support/access/root-fields.js';
import { nextSerial, ROOT_FIELDS, useStage } from '../../support/access/stage.js';

const stage = useStage();

type Probe = ReturnType<typeof probesOf>[number];

/** A way to try a field that names things, whose they may be. */
interface Case {
  readonly field: RootField;
  readonly probe: Probe;
}

const UNKNOWN = unknownNames();

/** Of the fields that answer at once: those that cannot be told apart by what they name are no case. */
const CASES = ROOT_FIELDS.filter(({ kind }) => kind.valueOf() !== 'subscription').flatMap(
  (field): Case[] =>
    probesOf(field.name)
      .filter(namesSomething)
      .map((probe) => ({ field, probe })),
);

function namesSomething(probe: Probe): boolean {
  return variesWith(probe, unknownNames());
}

/** Whether something of a brand is named, and not of the whole agency alone. */
function namesOfBrand({ probe }: Case): boolean {
  const { agency, person, key, invitation, session, audit } = UNKNOWN;
  const ofAgency = { agency, person, key, invitation, session, audit };
  return variesWith(probe, { ...unknownNames(), ...ofAgency });
}

function variesWith(probe: Probe, names: Names): boolean {
  const facts = { own: UNKNOWN, serial: '' };
  const usual = JSON.stringify(probe({ ...facts, names: UNKNOWN }));
  return JSON.stringify(probe({ ...facts, names })) !== usual;
}

/** The answer about things, with what they are called taken out. */
async function answerAbout(names: Names, { field, probe }: Case, door: Door): Promise<string> {
  const serial = nextSerial();
  const variables = probe({ names, own: stage().estate.names, serial });
  const answer = await door.ask(operationOf(field, variables));
  let text = JSON.stringify(answer).replaceAll(serial, '<serial>');
  for (const [kind, name] of Object.entries(names)) text = text.replaceAll(name, `<${kind}>`);
  return text;
}

/** Those who show a credential, each at a door. */
function doorsOf(open: (player: Player) => Door): () => ReadonlyMap<Player, Door> {
  const doors = new Map<Player, Door>();
  beforeAll(() => {
    const { players } = stage();
    const known = players.filter(({ credential }) => credential !== null);
    for (const player of known) doors.set(player, open(player));
  });
  afterAll(async () => {
    await Promise.all([...doors.values()].map((door) => door.close()));
  });
  return () => doors;
}

let before: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  const { app, foreign } = stage();
  before = await agencyRows(app.app.kernel, foreign.caller.agencyId);
});

describe.each([
  ['HTTP', (player: Player) => httpDoor(stage().app, player)],
  ['a websocket', (player: Player) => new SocketDoor(stage().app, player)],
] as const)('over %s', (_name, open) => {
  const doors = doorsOf(open);

  /** By player's name, what they are told of things, and of nothing at all. */
  async function told(names: Names, one: Case, players: readonly Player[]) {
    const both = [...doors()].filter(([player]) => players.includes(player));
    const answers = await Promise.all(
      both.map(async ([{ name }, door]) => {
        const something = await answerAbout(names, one, door);
        return { name, something, nothing: await answerAbout(UNKNOWN, one, door) };
      }),
    );
    const pick = (what: 'something' | 'nothing') =>
      Object.fromEntries(answers.map((answer) => [answer.name, answer[what]]));
    return { something: pick('something'), nothing: pick('nothing') };
  }

  test.each(CASES)('$field.kind $field.name tells nothing of another agency', async (one) => {
    const { foreign, players } = stage();
    const { something, nothing } = await told(foreign.names, one, players);
    expect(something).toEqual(nothing);
  });

  test.each(CASES.filter(namesOfBrand))(
    '$field.kind $field.name tells nothing beyond the own brand',
    async (one) => {
      const { estate, players } = stage();
      const confined = players.filter(({ isConfined }) => isConfined);
      const { something, nothing } = await told(estate.beyond, one, confined);
      expect(something).toEqual(nothing);
    },
  );
});

test('all of that has left the other agency as it was', async () => {
  const { app, foreign } = stage();
  expect(await agencyRows(app.app.kernel, foreign.caller.agencyId)).toEqual(before);
});

/** What takes something away is tried when all others have been. */
const ENDINGS = ['removeMember', 'revokeSession'];
const OWN_CASES = [
  ...CASES.filter(({ field: { name } }) => !ENDINGS.includes(name)),
  ...CASES.filter(({ field: { name } }) => ENDINGS.includes(name)),
];

/** Only a person's own list shows their sessions, and nothing else tells that there are any. */
function isSeen({ field, probe }: Case): boolean {
  const { id } = probe({ names: UNKNOWN, own: UNKNOWN, serial: '' });
  return field.name !== 'node' || id !== UNKNOWN.session;
}

describe('what is the same for another agency’s things and for none', () => {
  test.each(OWN_CASES.filter(isSeen))(
    'is not so for the own: $field.kind $field.name',
    async (one) => {
      const { app, estate, players } = stage();
      const door = httpDoor(app, ownerOf(players));
      const own = await answerAbout(estate.names, one, door);
      expect(own).not.toBe(await answerAbout(UNKNOWN, one, door));
    },
  );
});

function ownerOf(players: readonly Player[]): Player {
  const owner = players.find(({ role }) => role === 'OWNER');
  if (owner === undefined) throw new Error('an owner is among the players');
  return owner;
}
