/**
 * Milliseconds since an arbitrary moment of this process, never stepping back: for durations
 * such as waits, timeouts and throttles, whatever the injected clock shows.
 */
export function monotonicMs(): number {
  return performance.now();
}
