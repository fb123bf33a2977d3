import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useClient, useConnection } from './live-context.js';

/** Whether what is shown is as the server has it, and for how long it has not been. */
export type Freshness =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  /** The server is back, and what is shown is being read again. */
  | { readonly state: 'catching-up' }
  /** Nothing was heard of the server for `ageSeconds`. */
  | { readonly state: 'stale'; readonly ageSeconds: number }
  /** The session is over. */
  | { readonly state: 'refused' };

const TICK_MS = 1_000;

const FreshnessContext = createContext<Freshness>({ state: 'connecting' });

/** Reads everything again after each gap in the news, and tells all below how fresh the screen is. */
export function FreshnessProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { phase, heardAt } = useConnection();
  const isBehind = useCatchingUp(phase === 'lost');
  const ageSeconds = useAge(phase === 'lost', heardAt);
  const state = phase === 'open' ? (isBehind ? 'catching-up' : 'live') : STATES[phase];
  return (
    <FreshnessContext value={state === 'stale' ? { state, ageSeconds } : { state }}>
      {children}
    </FreshnessContext>
  );
}

const STATES = { connecting: 'connecting', lost: 'stale', refused: 'refused' } as const;

/** How fresh the screen is. */
export function useFreshness(): Freshness {
  return useContext(FreshnessContext);
}

/** Whether the news had a gap, and what is shown has not been read since. */
function useCatchingUp(isLost: boolean): boolean {
  const client = useClient();
  const queries = useQueryClient();
  const [isBehind, setIsBehind] = useState(false);
  if (isLost && !isBehind) setIsBehind(true);
  useEffect(
    () =>
      client.onGap(() => {
        void queries.invalidateQueries().then(() => {
          setIsBehind(false);
        });
      }),
    [client, queries],
  );
  return isBehind;
}

/** The seconds since the server was heard, while it is not. */
function useAge(isLost: boolean, heardAt: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!isLost) return undefined;
    const look = (): void => {
      setNow(performance.now());
    };
    look();
    const timer = setInterval(look, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isLost]);
  return heardAt === null ? 0 : Math.max(0, Math.round((now - heardAt) / TICK_MS));
}
