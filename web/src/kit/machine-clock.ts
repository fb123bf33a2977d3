import { useEffect, useState } from 'react';

/** The time on the clock of the viewer’s machine, in milliseconds since 1970: for distances alone, such as `3 min ago`. */
export function machineNow(): number {
  return performance.timeOrigin + performance.now();
}

/** The same; renders again every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(machineNow);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(machineNow());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
