import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { decodeId, encodeId, ID_KINDS, IdFactory, kindOfId } from '../../../src/domain/ids.js';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NOON = Date.UTC(2026, 10, 22, 12);
const kinds = fc.constantFrom(...ID_KINDS);

describe('ids outside', () => {
  test('an id is its kind and the 128 bits in base 32, as TypeID spells them', () => {
    expect(encodeId('campaign', '01890a5d-ac96-774b-bcce-b302099a8057')).toBe(
      'campaign_01h455vb4pex5vsknk084sn02q',
    );
    expect(encodeId('brand', '00000000-0000-0000-0000-000000000000')).toBe(
      'brand_00000000000000000000000000',
    );
    expect(encodeId('close', 'ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe(
      'close_7zzzzzzzzzzzzzzzzzzzzzzzzz',
    );
  });

  test('every id reads back as the uuid that it was made of', () => {
    fc.assert(
      fc.property(kinds, fc.uuid(), (kind, uuid) => {
        const id = encodeId(kind, uuid);
        expect(id).toMatch(/^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
        expect(decodeId(kind, id)).toBe(uuid);
        expect(kindOfId(id)).toBe(kind);
      }),
    );
  });

  test('ids sort as their uuids do', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(encodeId('entry', a) < encodeId('entry', b)).toBe(a < b);
      }),
    );
  });

  test('an id of another kind is none', () => {
    fc.assert(
      fc.property(kinds, kinds, fc.uuid(), (kind, other, uuid) => {
        fc.pre(kind !== other);
        expect(decodeId(other, encodeId(kind, uuid))).toBeNull();
      }),
    );
  });

  test.each([
    '',
    'campaign_',
    'campaign_01h455vb4pex5vsknk084sn02',
    'campaign_01h455vb4pex5vsknk084sn02qq',
    'campaign_81h455vb4pex5vsknk084sn02q',
    'campaign_01H455VB4PEX5VSKNK084SN02Q',
    'campaign_01h455vb4pex5vsknk084sn02u',
    'campaign_01h455vb4pex5vsknk084sn0iq',
    'campaign_01h455vb4pex5vsknk084sn02\n',
    'Campaign_01h455vb4pex5vsknk084sn02q',
    'campaign-01h455vb4pex5vsknk084sn02q',
    ' campaign_01h455vb4pex5vsknk084sn02q',
    'user_01h455vb4pex5vsknk084sn02q',
    '01890a5d-ac96-774b-bcce-b302099a8057',
    'campaign_01890a5dac96774bbcceb30209',
  ])('%j is no campaign that could exist', (id) => {
    const uuid = decodeId('campaign', id);
    expect(uuid === null || encodeId('campaign', uuid) === id).toBe(true);
    expect(kindOfId(id) === null).toBe(uuid === null);
  });

  test('no other text is an id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), kinds, (text, kind) => {
        expect(decodeId(kind, text)).toBeNull();
        expect(decodeId(kind, `${kind}_${text}`)).toBeNull();
      }),
    );
  });
});

describe('new ids', () => {
  const factoryAt = (realMicros: () => number, random = 0): IdFactory =>
    new IdFactory({ realMicros, randomUint32: () => random });

  test('a new id is a uuid of version 7 that begins with the instant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 48 - 1 }),
        fc.integer({ min: 0, max: 2 ** 53 - 2 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (at, micros, random) => {
          const id = factoryAt(() => micros, random).next(at);
          expect(id).toMatch(UUID_V7);
          expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at);
          expect(Number.parseInt(id.slice(-8), 16)).toBe(random);
        },
      ),
    );
  });

  test('an instant before 1970 counts as 1970', () => {
    expect(factoryAt(() => 1).next(-1)).toMatch(/^00000000-0000-7/);
  });

  test('ids grow while both clocks stand still', () => {
    const factory = factoryAt(() => 1_795_000_000_000_000);
    const ids = Array.from({ length: 2_000 }, () => factory.next(NOON));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('ids grow for one instant whatever the real clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2 }), (readings) => {
        const left = [...readings];
        const factory = factoryAt(() => left.shift() ?? 0);
        const ids = readings.map(() => factory.next(NOON));
        expect(ids.toSorted()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('ids of processes that share a standing clock sort by when they were made', () => {
    let micros = 1_795_000_000_000_000;
    const realMicros = (): number => (micros += 10);
    const [one, other] = [factoryAt(realMicros, 9), factoryAt(realMicros, 1)];
    const before = Array.from({ length: 100 }, () => [one.next(NOON), other.next(NOON)]).flat();
    const restarted = factoryAt(realMicros);
    const ids = [...before, ...Array.from({ length: 100 }, () => restarted.next(NOON))];
    expect(ids.toSorted()).toEqual(ids);
  });

  test('a later instant gives a greater id', () => {
    const factory = factoryAt(() => 5);
    expect(factory.next(NOON) < factory.next(NOON + 1)).toBe(true);
  });
});
