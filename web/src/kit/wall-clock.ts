import { useEffect, useState } from 'react';

/** The wall time of the viewer's machine, in milliseconds since 1970: for distances alone, such as `3 min ago`. */
export function wallTime(): number {
  return performance.timeOrigin + performance.now();
}

/** The wall time; renders again every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(wallTime);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(wallTime());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
