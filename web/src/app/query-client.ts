import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '../client/request-error.js';

/** Lists that no news speak of are read again after this time, when they are looked at. */
const STALE_AFTER_MS = 30_000;
const KEPT_FOR_MS = 5 * 60_000;
const MAX_RETRIES = 2;
const WORTH_A_RETRY: ReadonlySet<string> = new Set(['UNREACHABLE', 'UNAVAILABLE', 'RATE_LIMITED']);

/** What was read of the server, and how often to try. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_AFTER_MS,
        gcTime: KEPT_FOR_MS,
        // The browser's word on being offline is about other networks than ours.
        networkMode: 'always',
        retry: (failures, error) =>
          failures < MAX_RETRIES && error instanceof RequestError && WORTH_A_RETRY.has(error.code),
      },
      // What was sent may have been done: whoever clicked decides.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
