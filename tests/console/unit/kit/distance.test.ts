import { describe, expect, it } from '@jest/globals';
import {
  formatDistance,
  formatDuration,
  formatFineDistance,
  formatSpan,
} from '../../../../web/src/kit/format/distance.js';

const NOW = Date.parse('2026-11-25T12:00:00Z');

function at(distanceMs: number): string {
  return new Date(NOW + distanceMs).toISOString();
}

describe('a distance in time', () => {
  it.each([
    [0, 'just now'],
    [-4_999, 'just now'],
    [-12_000, '12 s ago'],
    [-119_000, '1 min ago'],
    [-3_600_000, '1 h ago'],
    [-47 * 3_600_000, '47 h ago'],
    [-3 * 86_400_000, '3 d ago'],
    [90_000, 'in 1 min'],
    [3 * 86_400_000, 'in 3 d'],
  ])('of %p ms is %p', (distanceMs, words) => {
    expect(formatDistance(at(distanceMs), NOW)).toBe(words);
  });

  it.each([
    [30_000, 'in less than a minute'],
    [-30_000, 'just now'],
    [3_599_000, 'in 59 min'],
    [3_600_000 * 3 + 1_200_000, 'in 3 h 20 min'],
    [3_600_000 * 3, 'in 3 h'],
    [-3_600_000 * 10 - 1_800_000, '10 h ago'],
    [3_600_000 * 49, 'in 2 d 1 h'],
    [-3_600_000 * 175, '7 d ago'],
  ])('of %p ms is %p, finely', (distanceMs, words) => {
    expect(formatFineDistance(at(distanceMs), NOW)).toBe(words);
  });

  it('counts down in its two largest units', () => {
    expect(formatSpan(-5)).toBe('0 s');
    expect(formatSpan(59_999)).toBe('59 s');
    expect(formatSpan(60_000)).toBe('1 min');
    expect(formatSpan(260_000)).toBe('4 min 20 s');
    expect(formatSpan(4 * 3_600_000 + 39 * 60_000)).toBe('4 h 39 min');
    expect(formatSpan(5 * 86_400_000 + 4 * 3_600_000)).toBe('5 d 4 h');
  });

  it('is as exact as it is short', () => {
    expect(formatDuration(28)).toBe('28 ms');
    expect(formatDuration(1_440)).toBe('1.4 s');
    expect(formatDuration(125_000)).toBe('2 min 5 s');
  });
});
