import type { Schedule } from './live-store.js';

/**
 * Flushes with a frame, and not more often than every `intervalMs`. Drawing is what a frame costs: at
 * a hundred events a second ten pictures instead of sixty look the same and take a third of the time.
 */
export function pacedFrames(intervalMs: number): Schedule {
  let flushedAt = Number.NEGATIVE_INFINITY;
  return (flush) => {
    const waitMs = Math.max(0, flushedAt + intervalMs - performance.now());
    setTimeout(() => {
      requestAnimationFrame(() => {
        flushedAt = performance.now();
        flush();
      });
    }, waitMs);
  };
}
