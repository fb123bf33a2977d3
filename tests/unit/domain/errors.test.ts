import { describe, expect, test } from '@jest/globals';

import {
  assertNever,
  InputError,
  invariant,
  InvariantError,
  UnavailableError,
  USER_ERROR_CODES,
  userError,
} from '../../../src/domain/errors.js';
import { err, ok } from '../../../src/domain/result.js';

describe('errors', () => {
  test('a user error has its path, its code and its message', () => {
    expect(userError(['input', 'name'], 'REQUIRED', 'a name is needed')).toEqual({
      field: ['input', 'name'],
      code: 'REQUIRED',
      message: 'a name is needed',
    });
  });

  test('no code of user errors is listed twice', () => {
    expect(new Set(USER_ERROR_CODES).size).toBe(USER_ERROR_CODES.length);
  });

  test('an input error knows the path at fault', () => {
    const error = new InputError(['first'], 'first is 0: it must be 1 to 100');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'InputError', field: ['first'] });
    expect(error.message).toContain('1 to 100');
  });

  test('an unavailable error knows when to try again and what caused it', () => {
    const cause = new Error('connection refused');
    const error = new UnavailableError('the database is away', 5, { cause });
    expect(error).toMatchObject({ name: 'UnavailableError', retryAfterSeconds: 5, cause });
  });

  test('an invariant that holds does nothing, one that is broken throws', () => {
    invariant(1, 'one is true');
    expect(() => {
      invariant(null, 'null is not');
    }).toThrow(new InvariantError('null is not'));
  });

  test('a case that the types rule out throws if it is reached all the same', () => {
    expect(() => {
      Reflect.apply(assertNever, undefined, ['SURPRISE']);
    }).toThrow(InvariantError);
  });
});

describe('results', () => {
  test('a result is either a value or an error', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err('INVALID')).toEqual({ ok: false, error: 'INVALID' });
  });
});
