import { describe, expect, test } from '@jest/globals';
import { readName } from '../../../../src/domain/input/name.js';

const field = ['input', 'name'];

describe('a name', () => {
  test.each([
    ['one character', 'A', 'A'],
    ['spaces around it', '  Acme & Sons ', 'Acme & Sons'],
    ['spaces of other scripts around it', '\u3000\u00a0Acme\u2003', 'Acme'],
    ['200 characters', 'x'.repeat(200), 'x'.repeat(200)],
    ['200 characters of two code units each', '🎈'.repeat(200), '🎈'.repeat(200)],
    ['quotes, backslashes and placeholders', `'";\\ ? $1 :x %s --`, `'";\\ ? $1 :x %s --`],
  ])('may have %s', (_, text, name) => {
    expect(readName(text, field)).toEqual({ ok: true, value: name });
  });

  test.each([
    ['nothing in it', ''],
    ['only spaces in it', ' \u00a0 '],
    ['201 characters', 'x'.repeat(201)],
    ['201 characters of two code units each', '🎈'.repeat(201)],
    ['a NUL', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['a control character at its end', 'a\u0007'],
    ['a control character of the upper range', 'a\u0085b'],
    ['DEL', 'a\u007fb'],
    ['a lone high surrogate', 'a\ud83d'],
    ['a lone low surrogate', '\udc00a'],
  ])('is INVALID with %s', (_, text) => {
    const reading = readName(text, field);
    expect(reading).toMatchObject({ ok: false, error: [{ field, code: 'INVALID' }] });
  });
});
