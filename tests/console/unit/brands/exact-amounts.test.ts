import { describe, expect, it } from '@jest/globals';
import {
  isMore,
  isPositive,
  remainingOf,
  sumOf,
} from '../../../../web/src/kit/format/exact-amounts.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('amounts', () => {
  it('are subtracted to the last micro, below zero too', () => {
    expect(remainingOf(eur('0.000001'), eur('90071992547'))).toEqual(eur('90071992546.999999'));
    expect(remainingOf(eur('104.5'), eur('100'))).toEqual(eur('-4.5'));
    expect(remainingOf(eur('1'), null)).toBeNull();
  });

  it('are added without a float in between', () => {
    expect(sumOf([eur('0.1'), eur('0.2'), eur('-0.05')])).toEqual(eur('0.25'));
    expect(sumOf([])).toBeNull();
  });

  it('are compared as they are', () => {
    expect(isMore(eur('10'), eur('9.999999'))).toBe(true);
    expect(isMore(eur('9'), eur('9.000000'))).toBe(false);
    expect(isPositive(eur('0'))).toBe(false);
  });
});
