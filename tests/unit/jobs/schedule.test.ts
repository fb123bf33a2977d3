import { describe, expect, test } from '@jest/globals';
import { formatSchedule } from '../../../src/jobs/kit/job-schedule.js';
import { SCHEDULE } from '../../../src/jobs/schedule.js';

describe('the schedule', () => {
  test('holds every job once, under its name and time', () => {
    const lines = SCHEDULE.map(({ name, schedule }) => `${name}: ${formatSchedule(schedule)}`);
    expect(lines).toEqual([
      'budget-check: every 60 seconds',
      'dayparting: * * * * * UTC',
      'daily-reset: 0 0 * * * UTC',
      'monthly-reset: 0 0 1 * * UTC',
      'spend-simulation: * * * * * UTC',
    ]);
  });

  test('says of each job what it is for', () => {
    for (const { description } of SCHEDULE) expect(description).toMatch(/^[A-Z].*\.$/);
  });
});
