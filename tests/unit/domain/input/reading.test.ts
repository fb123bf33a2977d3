import { describe, expect, test } from '@jest/globals';
import { changesTo } from '../../../../src/domain/input/changes-to.js';
import {
  combine,
  notNull,
  orAbsent,
  orNull,
  refused,
} from '../../../../src/domain/input/reading.js';
import { readKey } from '../../../../src/domain/input/key.js';
import { ok } from '../../../../src/domain/result.js';

const field = ['input', 'key'];

describe('readings of independent fields', () => {
  test('are put together to all their values', () => {
    const combined = combine<{ a: number; b: string | null }>({ a: ok(1), b: ok(null) });
    expect(combined).toEqual(ok({ a: 1, b: null }));
  });

  test('report all that is wrong, in the order of the fields', () => {
    const combined = combine<{ a: number; b: number; c: number }>({
      a: refused(['a'], 'INVALID', 'no a'),
      b: ok(2),
      c: refused(['c'], 'OUT_OF_RANGE', 'no c'),
    });
    expect(combined).toMatchObject({ ok: false, error: [{ field: ['a'] }, { field: ['c'] }] });
  });
});

describe('a field', () => {
  test('that may be empty keeps null and reads the rest', () => {
    expect(orNull(readKey)(null, field)).toEqual(ok(null));
    expect(orNull(readKey)('k', field)).toEqual(ok('k'));
    expect(orNull(readKey)('', field)).toMatchObject({ ok: false });
  });

  test('of a patch is left alone when absent', () => {
    expect(orAbsent(readKey)(undefined, field)).toEqual(ok(undefined));
    expect(orAbsent(orNull(readKey))(null, field)).toEqual(ok(null));
  });

  test('that cannot be cleared is REQUIRED', () => {
    const reading = orAbsent(notNull(readKey))(null, field);
    expect(reading).toMatchObject({ ok: false, error: [{ field, code: 'REQUIRED' }] });
  });
});

describe('the changes that a patch makes', () => {
  test('are only values that differ', () => {
    const current = { name: 'A', cap: 10n as bigint | null, key: null as string | null };
    expect(changesTo(current, { name: 'A', cap: 10n, key: 'k' })).toEqual({ key: 'k' });
    expect(changesTo(current, { name: undefined, cap: null, key: null })).toEqual({ cap: null });
  });
});
