import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RepeatCount } from '../../../src/services/import/repeat-count.js';

test('texts are counted as if each were remembered', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 40 }), (texts) => {
      const repeats = new RepeatCount();
      const found = texts.map((text) => repeats.next(text));
      const expected = texts.map(
        (text, i) => texts.slice(0, i + 1).filter((one) => one === text).length,
      );
      expect(found).toEqual(expected);
    }),
  );
});

test('two hundred thousand keys of an ordinary file are told apart', () => {
  const repeats = new RepeatCount();
  let highest = 0;
  for (let brand = 0; brand < 400; brand += 1) {
    for (let day = 0; day < 500; day += 1) {
      highest = Math.max(highest, repeats.next(`AR${brand + 100_996_740}//2018-${day}`));
    }
  }
  expect(highest).toBe(1);
});
