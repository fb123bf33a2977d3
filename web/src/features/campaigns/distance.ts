const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
/** From here on the smaller unit says nothing. */
const HOURS_ARE_ENOUGH_FROM = 10;
const DAYS_ARE_ENOUGH_FROM = 3;

/**
 * How far an instant is from another, in words: `in 3 h 20 min`, `2 d ago`, `now`. Cut, not rounded:
 * what is 59 minutes and 59 seconds away is not yet an hour.
 */
export function describeDistance(instant: string, now: string): string {
  const distance = Date.parse(instant) - Date.parse(now);
  const minutes = Math.floor(Math.abs(distance) / MS_PER_MINUTE);
  if (minutes === 0) return distance > 0 ? 'in less than a minute' : 'just now';
  const length = describeLength(minutes);
  return distance > 0 ? `in ${length}` : `${length} ago`;
}

/** How long ago an instant was; one that the clock has not yet reached was just now. */
export function describeAge(instant: string, now: string): string {
  return Date.parse(instant) > Date.parse(now) ? 'just now' : describeDistance(instant, now);
}

function describeLength(minutes: number): string {
  if (minutes < MINUTES_PER_HOUR) return `${minutes} min`;
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  if (minutes < MINUTES_PER_DAY) {
    return join(`${hours} h`, minutes % MINUTES_PER_HOUR, hours < HOURS_ARE_ENOUGH_FROM && 'min');
  }
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  return join(`${days} d`, hours % 24, days < DAYS_ARE_ENOUGH_FROM && 'h');
}

function join(whole: string, rest: number, unit: string | false): string {
  return unit === false || rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}
