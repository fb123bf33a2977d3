import { describe, expect, it } from '@jest/globals';
import {
  differenceOf,
  isMore,
  isNothing,
  isPositive,
  shareOf,
  sumOf,
} from '../../../../web/src/kit/format/exact-amounts.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('amounts', () => {
  it('are subtracted to the last micro, below zero too', () => {
    expect(differenceOf(eur('90071992547'), eur('0.000001'))).toEqual(eur('90071992546.999999'));
    expect(differenceOf(eur('100'), eur('104.5'))).toEqual(eur('-4.5'));
    expect(differenceOf(eur('0.3'), eur('0.1'))).toEqual(eur('0.2'));
  });

  it('are added without a float in between', () => {
    expect(sumOf([eur('0.1'), eur('0.2'), eur('-0.05')])).toEqual(eur('0.25'));
    expect(sumOf([])).toBeNull();
  });

  it('are shares of others, cut: what is not yet all is less than 1', () => {
    expect(shareOf(eur('1'), eur('4'))).toBe(0.25);
    expect(shareOf(eur('5'), eur('4'))).toBe(1.25);
    expect(shareOf(eur('99.999999'), eur('100'))).toBeLessThan(1);
    expect(shareOf(eur('0'), eur('0'))).toBeNull();
    expect(shareOf(eur('1'), null)).toBeNull();
  });

  it('are compared as they are', () => {
    expect(isMore(eur('10'), eur('9.999999'))).toBe(true);
    expect(isMore(eur('9'), eur('9.000000'))).toBe(false);
    expect(isPositive(eur('0'))).toBe(false);
    expect(isNothing(eur('0.00'))).toBe(true);
  });
});
