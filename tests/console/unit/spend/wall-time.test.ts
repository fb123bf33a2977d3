import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startOfDay } from '../../../../src/domain/time/zone.js';
import {
  dateAfter,
  instantsOfWall,
  startOfDate,
  wallOf,
} from '../../../../web/src/kit/format/wall-time.js';

const ZONES = [
  'UTC',
  'Europe/Vienna',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Pacific/Chatham',
];

describe('a time on the clocks of a zone', () => {
  it('is one instant on most days', () => {
    expect(instantsOfWall('2026-11-25T14:30', 'Europe/Vienna')).toEqual([
      '2026-11-25T13:30:00.000Z',
    ]);
    expect(instantsOfWall('2026-11-25T14:30:05', 'Asia/Kolkata')).toEqual([
      '2026-11-25T09:00:05.000Z',
    ]);
  });

  it('is two instants, in order, where clocks are put back', () => {
    expect(instantsOfWall('2026-10-25T02:30', 'Europe/Vienna')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(instantsOfWall('2026-04-05T01:45', 'Australia/Lord_Howe')).toHaveLength(2);
  });

  it('is none where clocks are put forward, and where it is no time', () => {
    expect(instantsOfWall('2026-03-29T02:30', 'Europe/Vienna')).toEqual([]);
    expect(instantsOfWall('2011-12-30T12:00', 'Pacific/Apia')).toEqual([]);
    for (const wall of ['', '2026-02-30T10:00', '2026-01-01T24:00', '2026-01-01T10:60', 'now']) {
      expect(instantsOfWall(wall, 'UTC')).toEqual([]);
    }
  });

  it('is found again from any instant that shows it', () => {
    const minute = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ZONES), (minutes, zone) => {
        const instant = new Date(minutes * 60_000).toISOString();
        expect(instantsOfWall(wallOf(instant, zone), zone)).toContain(instant);
      }),
    );
  });
});

describe('the start of a date', () => {
  it('is midnight, or the first instant after a midnight that is skipped', () => {
    expect(startOfDate('2026-11-25', 'Asia/Tokyo')).toBe('2026-11-24T15:00:00.000Z');
    expect(startOfDate('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDate('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
    expect(startOfDate('2026-02-30', 'UTC')).toBeNull();
    expect(startOfDate('', 'UTC')).toBeNull();
  });

  it('is what the budgets of that day take for it', () => {
    const day = fc.integer({
      min: Date.UTC(1990, 0) / 86_400_000,
      max: Date.UTC(2037, 0) / 86_400_000,
    });
    fc.assert(
      fc.property(day, fc.constantFrom(...ZONES), (days, zone) => {
        const date = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(startOfDate(date, zone)).toBe(new Date(startOfDay(date, zone)).toISOString());
      }),
    );
  });

  it('is followed by the next date of the calendar', () => {
    expect(dateAfter('2028-02-28')).toBe('2028-02-29');
    expect(dateAfter('2026-12-31')).toBe('2027-01-01');
    expect(dateAfter('someday')).toBeNull();
  });
});
