import { describe, expect, it } from '@jest/globals';
import {
  eventIdProblem,
  isShownTwice,
  occurredAtOf,
  refundAmountProblem,
  spendAmountProblem,
  wallProblem,
} from '../../../../web/src/features/spend/spend-values.js';

const VIENNA = 'Europe/Vienna';

describe('an amount of spend', () => {
  it.each(['1', '0.000001', ' 12.50 ', '999999999999.999999'])('may be %s', (text) => {
    expect(spendAmountProblem(text)).toBeNull();
  });

  it.each([
    ['', 'Enter an amount.'],
    ['0', 'More than 0, and less than 1 000 000 000 000.'],
    ['-1', 'More than 0, and less than 1 000 000 000 000.'],
    ['1000000000000', 'More than 0, and less than 1 000 000 000 000.'],
    ['1.1234567', 'At most 6 decimals.'],
    ['1,5', 'Write a point before the decimals, and no commas.'],
    ['1e3', 'Enter a number, such as 1250 or 99.5.'],
    ['007', 'Enter a number, such as 1250 or 99.5.'],
  ])('may not be "%s"', (text, problem) => {
    expect(spendAmountProblem(text)).toBe(problem);
  });
});

describe('an amount of a refund', () => {
  const refundable = { amount: '90071992547.409931', currency: 'EUR' };

  it('may be all that is left, to the last micro', () => {
    expect(refundAmountProblem('90071992547.409931', refundable)).toBeNull();
    expect(refundAmountProblem('90071992547.409932', refundable)).toMatch(/^More than is left/);
  });
});

describe('when it happened', () => {
  it('is now where nothing is typed', () => {
    expect(occurredAtOf('', VIENNA)).toBeUndefined();
    expect(wallProblem('', VIENNA)).toBeNull();
  });

  it('is on the clocks of the brand, and the first of two where they show it twice', () => {
    expect(occurredAtOf('2026-10-25T02:30', VIENNA)).toBe('2026-10-25T00:30:00.000Z');
    expect(isShownTwice('2026-10-25T02:30', VIENNA)).toBe(true);
    expect(isShownTwice('2026-10-25T03:30', VIENNA)).toBe(false);
  });

  it('may not be a time that the clocks skip', () => {
    expect(wallProblem('2026-03-29T02:30', VIENNA)).toBe('The clocks of Europe/Vienna skip this.');
  });
});

describe('the key of an event', () => {
  it('is printable ASCII, 1 to 128 characters', () => {
    expect(eventIdProblem('invoice 7/11')).toBeNull();
    expect(eventIdProblem('')).not.toBeNull();
    expect(eventIdProblem('ä')).not.toBeNull();
    expect(eventIdProblem('x'.repeat(129))).not.toBeNull();
  });
});
