import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { PacelineClient } from '../client/client.js';
import type { Connection } from '../client/connection.js';
import { LiveStore } from './live-store.js';
import { pacedFrames } from './paced-frames.js';
import type { BrandNews, CampaignNews } from './news.js';

/** What is heard, where it comes from, and what is read in between. */
export interface Live {
  readonly client: PacelineClient;
  readonly campaigns: LiveStore<CampaignNews>;
  readonly brands: LiveStore<BrandNews>;
}

/** Faster than anybody reads. */
const SHOWN_EVERY_MS = 100;

const LiveContext = createContext<Live | null>(null);

/** Gives all below it the client and the stores of news. */
export function LiveProvider(props: {
  readonly client: PacelineClient;
  readonly children: ReactNode;
}): ReactNode {
  const { client, children } = props;
  const live = useMemo(() => createLive(client), [client]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function createLive(client: PacelineClient): Live {
  const now = (): number => performance.now();
  return {
    client,
    campaigns: new LiveStore<CampaignNews>(pacedFrames(SHOWN_EVERY_MS), now),
    brands: new LiveStore<BrandNews>(pacedFrames(SHOWN_EVERY_MS), now),
  };
}

/** The client and the stores of news. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('useLive is called outside of LiveProvider');
  return live;
}

/** The client of the API. */
export function useClient(): PacelineClient {
  return useLive().client;
}

/** The way to the server; renders again with each change of it, heartbeats included. */
export function useConnection(): Connection {
  const { connection } = useClient();
  return useSyncExternalStore(connection.subscribe, connection.get);
}
