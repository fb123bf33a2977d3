import { useEffect, useRef, useState } from 'react';

/** A value that may change with every frame, looked at every `everyMs`: what it costs is bounded. */
export function useSteady<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(() => {
    const timer = setInterval(() => {
      setShown(() => latest.current);
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return shown;
}
