import type { ConsoleSite } from './console-site.js';

/** Spend that goes on at an even rate until it is stopped. */
export interface SteadySpend {
  /** Ends it; gives how many spends were recorded a second. */
  stop(): Promise<number>;
}

const TICK_MS = 20;
const MS_PER_SECOND = 1_000;

/** Records spends, one campaign after the other, so many a second. */
export function beginSteadySpend(
  site: ConsoleSite,
  campaignIds: readonly string[],
  perSecond: number,
): SteadySpend {
  const startedAt = performance.now();
  const open = new Set<Promise<void>>();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) * perSecond) / MS_PER_SECOND);
    for (; sent < due; sent += 1) {
      const one = site.spend(campaignIds[sent % campaignIds.length] ?? '', '0.01');
      open.add(one);
      void one.finally(() => open.delete(one));
    }
  }, TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(open);
      return (sent * MS_PER_SECOND) / (performance.now() - startedAt);
    },
  };
}
