import { describe, expect, test } from '@jest/globals';
import { readKey } from '../../../../src/domain/input/key.js';

const field = ['input', 'externalId'];

describe("a caller's own key", () => {
  test.each(['x', ' ', '~', 'crm:42/"7"', 'x'.repeat(128)])('may be %j, as sent', (text) => {
    expect(readKey(text, field)).toEqual({ ok: true, value: text });
  });

  test.each(['', 'x'.repeat(129), 'a\u0000', 'tab\t', 'caf\u00e9', '\u007f', '\ud800', '🎈'])(
    'is INVALID as %j',
    (text) => {
      const message = 'The externalId must be 1 to 128 printable ASCII characters.';
      expect(readKey(text, field)).toEqual({
        ok: false,
        error: [{ field, code: 'INVALID', message }],
      });
    },
  );
});
