import type { IdSources } from '../domain/ids.js';

/** How many random integers are drawn at once: a call for each costs more than the id. */
const POOL_SIZE = 1_024;

/** The randomness and the real time that new ids are made of, from this process and machine. */
export function idSources(): IdSources {
  const pool = new Uint32Array(POOL_SIZE);
  let used = POOL_SIZE;
  return {
    randomUint32: () => {
      if (used === POOL_SIZE) {
        crypto.getRandomValues(pool);
        used = 0;
      }
      return pool[used++] ?? 0;
    },
    realMicros: () => (performance.timeOrigin + performance.now()) * 1_000,
  };
}
