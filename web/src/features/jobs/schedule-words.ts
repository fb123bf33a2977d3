const INTERVAL_PATTERN = /^every (\d+) seconds$/;
const CRON_PATTERN = /^(\S+) (\S+) (\S+) (\S+) (\S+) (\S+)$/;
const NUMBER_PATTERN = /^\d+$/;
const STEP_PATTERN = /^\*\/(\d+)$/;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const SECONDS_PER_MINUTE = 60;

/**
 * A job's schedule in words, such as `Every day at 00:00 UTC` for `0 0 * * * UTC`. Null where there
 * are no short ones for it: then the expression has to do.
 */
export function scheduleInWords(schedule: string): string | null {
  const [, seconds] = INTERVAL_PATTERN.exec(schedule) ?? [];
  if (seconds !== undefined) return intervalInWords(Number(seconds));
  const [, minute, hour, date, month, day, zone] = CRON_PATTERN.exec(schedule) ?? [];
  if (minute === undefined || hour === undefined || month !== '*') return null;
  if (date === '*' && day === '*' && hour === '*') return withinHours(minute);
  if (!NUMBER_PATTERN.test(minute) || !NUMBER_PATTERN.test(hour)) return null;
  const days = daysInWords(date ?? '*', day ?? '*');
  const clock = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return days === null ? null : `${days} at ${clock} ${zone ?? ''}`.trimEnd();
}

function intervalInWords(seconds: number): string {
  if (seconds % SECONDS_PER_MINUTE !== 0) return `Every ${seconds} seconds`;
  return everyMinutes(seconds / SECONDS_PER_MINUTE);
}

function everyMinutes(minutes: number): string {
  return minutes === 1 ? 'Every minute' : `Every ${minutes} minutes`;
}

function withinHours(minute: string): string | null {
  if (minute === '*') return everyMinutes(1);
  const [, step] = STEP_PATTERN.exec(minute) ?? [];
  if (step !== undefined) return everyMinutes(Number(step));
  if (minute === '0') return 'Every hour';
  return NUMBER_PATTERN.test(minute) ? `Every hour, ${minute} minutes past it` : null;
}

function daysInWords(date: string, day: string): string | null {
  if (date === '*' && day === '*') return 'Every day';
  if (day === '*') return NUMBER_PATTERN.test(date) ? `On day ${date} of each month` : null;
  if (date !== '*') return null;
  if (day === '1-5') return 'Monday to Friday';
  // Sunday is 0 and 7.
  const name = NUMBER_PATTERN.test(day) ? DAYS[Number(day) % DAYS.length] : undefined;
  return name === undefined || Number(day) > DAYS.length ? null : `Every ${name}`;
}
