import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startOfDay } from '../../../../src/domain/time/zone.js';
import {
  endOfDate,
  readWallTime,
  startOfDate,
  writeWallTime,
} from '../../../../web/src/kit/format/wall-time.js';
import { offsetAt } from '../../../../web/src/kit/format/zone-clock.js';
import { zonedInstants } from '../../../support/calendar-arbitraries.js';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Chatham',
  'UTC',
];

describe('the instant of a wall time', () => {
  it('is the one at which the clocks show it', () => {
    expect(readWallTime('2026-11-25T09:30', 'Asia/Tokyo')).toEqual({
      instant: '2026-11-25T00:30:00.000Z',
      kind: 'plain',
    });
  });

  it('is when the clocks are put forward, if they skip it', () => {
    expect(readWallTime('2026-03-29T02:30', 'Europe/Berlin')).toEqual({
      instant: '2026-03-29T01:00:00.000Z',
      kind: 'skipped',
    });
  });

  it('is the first of two, if the clocks show it twice', () => {
    expect(readWallTime('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      instant: '2026-10-25T00:30:00.000Z',
      kind: 'repeated',
    });
  });

  it('is the end of a day that a zone left out', () => {
    expect(readWallTime('2011-12-30T12:00', 'Pacific/Apia')).toEqual({
      instant: '2011-12-30T10:00:00.000Z',
      kind: 'skipped',
    });
  });

  it('knows changes of half an hour', () => {
    expect(readWallTime('2026-10-04T02:15', 'Australia/Lord_Howe')?.kind).toBe('skipped');
    expect(readWallTime('2026-04-05T01:45', 'Australia/Lord_Howe')?.kind).toBe('repeated');
  });

  it.each(['', 'soon', '2026-04-31T10:00', '2026-11-25', '2026-11-25T24:30'])(
    'is none for %j',
    (text) => {
      expect(readWallTime(text, 'UTC')).toBeNull();
    },
  );

  it('is what Temporal says, in any zone and year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({
          min: new Date('2005-01-01T00:00:00Z'),
          max: new Date('2037-12-31T23:59:00Z'),
          noInvalidDate: true,
        }),
        (timeZone, date) => {
          const text = date.toISOString().slice(0, 16);
          const read = readWallTime(text, timeZone);
          const earlier = Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone, {
            disambiguation: 'earlier',
          });
          const shown = earlier.toPlainDateTime().toString().slice(0, 16);
          const expected =
            shown === text ? earlier : (earlier.getTimeZoneTransition('next') ?? earlier);
          expect(read?.instant).toBe(new Date(expected.epochMilliseconds).toISOString());
          expect(read?.kind === 'skipped').toBe(shown !== text);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a date', () => {
  it('begins at midnight, or at the first instant after a midnight that is skipped', () => {
    expect(startOfDate('2026-11-25', 'Asia/Tokyo')).toBe('2026-11-24T15:00:00.000Z');
    expect(startOfDate('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDate('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });

  it('ends where the next one of the calendar begins', () => {
    expect(endOfDate('2028-02-28', 'UTC')).toBe('2028-02-29T00:00:00.000Z');
    expect(endOfDate('2026-12-31', 'Asia/Tokyo')).toBe('2026-12-31T15:00:00.000Z');
  });

  it.each(['', 'someday', '2026-02-30', '2026-11-25T10:00'])('is none where it is %j', (text) => {
    expect(startOfDate(text, 'UTC')).toBeNull();
    expect(endOfDate(text, 'UTC')).toBeNull();
  });

  it('begins when the budgets of that day do', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 17_000 }),
        (timeZone, days) => {
          const date = new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10);
          expect(Date.parse(startOfDate(date, timeZone) ?? '')).toBe(startOfDay(date, timeZone));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the clocks of a zone', () => {
  it('are ahead of UTC by what the calendar of the platform says', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at }) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(offsetAt(at, zone)).toBe(local.offsetNanoseconds / 1e6);
      }),
    );
  });
});

describe('the wall time of an instant', () => {
  it('is what the clocks show', () => {
    expect(writeWallTime('2026-11-25T00:30:00.000Z', 'Asia/Tokyo')).toBe('2026-11-25T09:30');
  });

  it('has seconds if there are any', () => {
    expect(writeWallTime('2026-11-25T00:30:06.379Z', 'UTC')).toBe('2026-11-25T00:30:06');
  });

  it('names its instant again, to the second, unless the clocks show it twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1_104_537_600, max: 2_145_916_799 }),
        (timeZone, seconds) => {
          const instant = new Date(seconds * 1_000).toISOString();
          const read = readWallTime(writeWallTime(instant, timeZone), timeZone);
          if (read?.kind === 'repeated') {
            expect(Date.parse(read.instant)).toBeLessThanOrEqual(seconds * 1_000);
          } else {
            expect(read).toEqual({ instant, kind: 'plain' });
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
