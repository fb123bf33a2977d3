import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACTOR_KINDS } from '../../../../src/domain/access/caller.js';
import { AUDIT_ACTIONS } from '../../../../src/domain/audit/action.js';
import {
  type AuditFacts,
  canonicalText,
  type ChainFlaw,
  EMPTY_CHAIN,
  type EndFlaw,
  endFlawOf,
  flawOf,
  GENESIS_HASH,
  type LinkedFacts,
  linkFacts,
} from '../../../../src/domain/audit/chain.js';

const AGENCY_ID = '019a0000-0000-7000-8000-000000000001';
const RUNS = { numRuns: 300 };

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const texts = fc.string({ unit: 'binary', maxLength: 12 });
const absentOr = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

const facts: fc.Arbitrary<AuditFacts> = fc.record({
  id: fc.uuid({ version: 7 }),
  agencyId: fc.constant(AGENCY_ID),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  actor: fc.record({ kind: fc.constantFrom(...ACTOR_KINDS), id: absentOr(texts), name: texts }),
  origin: texts,
  action: fc.constantFrom(...AUDIT_ACTIONS),
  object: fc.record({
    kind: fc.constantFrom('brand', 'campaign', 'job'),
    id: absentOr(texts),
  }),
  before: absentOr(fc.json({ maxDepth: 1 })),
  after: absentOr(fc.json({ maxDepth: 1 })),
  reason: absentOr(texts),
  requestId: texts,
});

const logs = fc
  .array(facts, { minLength: 1, maxLength: 8 })
  .map((list) => linkFacts(EMPTY_CHAIN, list, sha256));

/** The first thing that is wrong with rows that should be a whole log, which was noted to end so. */
function flawIn(
  rows: readonly LinkedFacts[],
  noted: Pick<LinkedFacts, 'seq' | 'hash'>,
): ChainFlaw | EndFlaw | null {
  let head = EMPTY_CHAIN;
  for (const row of rows) {
    const flaw = flawOf(head, row, sha256);
    if (flaw !== null) return flaw;
    head = row;
  }
  return endFlawOf(head, noted);
}

function endOf(rows: readonly LinkedFacts[]): LinkedFacts {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('a log of the tests has a row at least');
  return last;
}

/** Each field of a row, changed to a value that it did not have. */
const CHANGES: Readonly<Record<string, (row: LinkedFacts) => LinkedFacts>> = {
  id: (row) => ({ ...row, id: '019a0000-0000-7000-8000-0000000000ff' }),
  agencyId: (row) => ({ ...row, agencyId: '019a0000-0000-7000-8000-0000000000fe' }),
  seq: (row) => ({ ...row, seq: row.seq + 1n }),
  at: (row) => ({ ...row, at: row.at + 1 }),
  actorKind: (row) => {
    const kind = row.actor.kind === 'USER' ? 'KEY' : 'USER';
    return { ...row, actor: { ...row.actor, kind } };
  },
  actorId: (row) => ({ ...row, actor: { ...row.actor, id: changed(row.actor.id) } }),
  actorName: (row) => ({ ...row, actor: { ...row.actor, name: changed(row.actor.name) } }),
  origin: (row) => ({ ...row, origin: changed(row.origin) }),
  action: (row) => ({
    ...row,
    action: row.action === 'brand.create' ? 'brand.update' : 'brand.create',
  }),
  objectKind: (row) => ({ ...row, object: { ...row.object, kind: 'clock' } }),
  objectId: (row) => ({ ...row, object: { ...row.object, id: changed(row.object.id) } }),
  before: (row) => ({ ...row, before: changed(row.before) }),
  after: (row) => ({ ...row, after: changed(row.after) }),
  reason: (row) => ({ ...row, reason: changed(row.reason) }),
  requestId: (row) => ({ ...row, requestId: changed(row.requestId) }),
  previousHash: (row) => ({ ...row, previousHash: sha256(row.previousHash) }),
  hash: (row) => ({ ...row, hash: sha256(row.hash) }),
};

/** Absent and empty are not the same. */
function changed(text: string | null): string {
  return text === null ? '' : `${text} `;
}

describe('a chain', () => {
  test('that nobody touched is whole, however it was appended', () => {
    fc.assert(
      fc.property(fc.array(fc.array(facts, { maxLength: 4 }), { maxLength: 4 }), (pieces) => {
        let head = EMPTY_CHAIN;
        const rows: LinkedFacts[] = [];
        for (const piece of pieces) {
          rows.push(...linkFacts(head, piece, sha256));
          head = rows.at(-1) ?? EMPTY_CHAIN;
        }
        expect(rows).toEqual(linkFacts(EMPTY_CHAIN, pieces.flat(), sha256));
        expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => BigInt(place + 1)));
        expect(flawIn(rows, head)).toBeNull();
      }),
      RUNS,
    );
  });

  test('has every field of a row in its changes below', () => {
    const [row] = linkFacts(EMPTY_CHAIN, fc.sample(facts, 1), sha256);
    const { actor, object, ...others } = row ?? fail();
    expect(Object.keys(CHANGES).toSorted()).toEqual(
      [
        ...Object.keys(others),
        ...Object.keys(actor).map((name) => `actor${capital(name)}`),
        ...Object.keys(object).map((name) => `object${capital(name)}`),
      ].toSorted(),
    );
  });

  test.each(Object.entries(CHANGES))('tells a change of a row: %s', (_, change) => {
    fc.assert(
      fc.property(logs, fc.nat(), (rows, at) => {
        const place = at % rows.length;
        const tampered = rows.map((row, index) => (index === place ? change(row) : row));
        expect(flawIn(tampered, endOf(rows))).not.toBeNull();
      }),
      RUNS,
    );
  });

  test.each(Object.entries(CHANGES))(
    'tells it even where the row’s own hash was made to fit: %s',
    (_, change) => {
      fc.assert(
        fc.property(logs, fc.nat(), (rows, at) => {
          const place = at % rows.length;
          const tampered = rows.map((row, index) => {
            if (index !== place) return row;
            const other = change(row);
            return { ...other, hash: sha256(canonicalText(other)) };
          });
          const isTheSame = tampered[place]?.hash === rows[place]?.hash;
          expect(flawIn(tampered, endOf(rows)) === null).toBe(isTheSame);
        }),
        RUNS,
      );
    },
  );

  test('tells a row that is missing, at its beginning, within and at its end', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (rows, at) => {
        const place = at % rows.length;
        const isLast = place === rows.length - 1;
        const left = rows.filter((_, index) => index !== place);
        expect(flawIn(left, endOf(rows))).toBe(isLast ? 'CUT_SHORT' : 'WRONG_PLACE');
      }),
      RUNS,
    );
  });

  test('tells rows that changed places, though each has the other’s number', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (rows, at) => {
        const [one, other] = [rows[at % rows.length], rows[(at + 1) % rows.length]];
        if (one === undefined || other === undefined || one === other) return;
        const swapped = rows.map((row) => {
          if (row === one) return { ...other, seq: one.seq };
          return row === other ? { ...one, seq: other.seq } : row;
        });
        expect(flawIn(swapped, endOf(rows))).not.toBeNull();
      }),
      RUNS,
    );
  });

  test('tells a row that was added, also after its end', () => {
    fc.assert(
      fc.property(logs, facts, fc.nat(), (rows, forged, at) => {
        const place = at % (rows.length + 1);
        const added = linkFacts(rows[place - 1] ?? EMPTY_CHAIN, [forged], sha256);
        const tampered = [...rows.slice(0, place), ...added, ...rows.slice(place)];
        expect(flawIn(tampered, endOf(rows))).not.toBeNull();
      }),
      RUNS,
    );
  });

  test('tells its rewriting from some row on by the end that was noted', () => {
    fc.assert(
      fc.property(logs, facts, fc.nat(), (rows, forged, at) => {
        const place = at % rows.length;
        const rest = rows.slice(place + 1);
        const rewritten = linkFacts(rows[place - 1] ?? EMPTY_CHAIN, [forged, ...rest], sha256);
        expect(flawIn([...rows.slice(0, place), ...rewritten], endOf(rows))).toBe('WRONG_END');
      }),
      RUNS,
    );
  });

  test('without a row ends where it begins', () => {
    expect(GENESIS_HASH).toBe('0'.repeat(64));
    expect(flawIn([], EMPTY_CHAIN)).toBeNull();
    expect(linkFacts(EMPTY_CHAIN, [], sha256)).toEqual([]);
  });
});

describe('what is hashed', () => {
  const row: AuditFacts = {
    id: '019a0000-0000-7000-8000-000000000002',
    agencyId: AGENCY_ID,
    at: Date.UTC(2026, 10, 22, 9, 30),
    actor: {
      kind: 'USER',
      id: 'person_01k80000000008000000000001',
      name: 'Ada "Countess" Łovelace',
    },
    origin: '192.0.2.1',
    action: 'brand.update',
    object: { kind: 'brand', id: 'brand_01k80000000008000000000002' },
    before: '{"dailyBudget":"100"}',
    after: '{"dailyBudget":null}',
    reason: null,
    requestId: 'request-1',
  };

  test('is a text that anybody can put together', () => {
    const text =
      `["${'0'.repeat(64)}","1","019a0000-0000-7000-8000-000000000001",` +
      '"019a0000-0000-7000-8000-000000000002","2026-11-22T09:30:00.000Z","USER",' +
      '"person_01k80000000008000000000001","Ada \\"Countess\\" Łovelace","192.0.2.1","brand.update",' +
      '"brand","brand_01k80000000008000000000002","{\\"dailyBudget\\":\\"100\\"}",' +
      '"{\\"dailyBudget\\":null}",null,"request-1"]';
    expect(canonicalText({ ...row, seq: 1n, previousHash: GENESIS_HASH })).toBe(text);
    const [linked] = linkFacts(EMPTY_CHAIN, [row], sha256);
    expect(linked?.hash).toBe(sha256(text));
    // Computed by another program; whatever changes it makes every log of every agency a broken one.
    expect(linked?.hash).toBe('599b89a32d324b559111e697fbdfa3a1150ca769e8a480c948e801c657eb0318');
  });
});

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function fail(): never {
  throw new Error('there is a row');
}
