import { describe, expect, it } from '@jest/globals';
import { scheduleInWords } from '../../../../web/src/features/jobs/schedule-words.js';

describe('a schedule in words', () => {
  it.each([
    ['every 60 seconds', 'Every minute'],
    ['every 300 seconds', 'Every 5 minutes'],
    ['every 45 seconds', 'Every 45 seconds'],
    ['* * * * * UTC', 'Every minute'],
    ['*/15 * * * * UTC', 'Every 15 minutes'],
    ['0 * * * * UTC', 'Every hour'],
    ['20 * * * * UTC', 'Every hour, 20 minutes past it'],
    ['0 0 * * * UTC', 'Every day at 00:00 UTC'],
    ['5 9 * * * Europe/Berlin', 'Every day at 09:05 Europe/Berlin'],
    ['0 0 1 * * UTC', 'On day 1 of each month at 00:00 UTC'],
    ['30 6 * * 1 UTC', 'Every Monday at 06:30 UTC'],
    ['30 6 * * 0 UTC', 'Every Sunday at 06:30 UTC'],
    ['30 6 * * 7 UTC', 'Every Sunday at 06:30 UTC'],
    ['0 8 * * 1-5 UTC', 'Monday to Friday at 08:00 UTC'],
  ])('is told of %p', (schedule, words) => {
    expect(scheduleInWords(schedule)).toBe(words);
  });

  it.each([
    '0 0 1 1 * UTC',
    '0 0 1 * 1 UTC',
    '0 0,12 * * * UTC',
    '0 0 * * 9 UTC',
    '0 0 * * MON UTC',
    'now and then',
  ])('is left to the expression %p itself', (schedule) => {
    expect(scheduleInWords(schedule)).toBeNull();
  });
});
