import {
  type QueryClient,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { type BrandChoiceFragment, BrandChosenDocument } from '../../client/generated/graphql.js';
import type { Send } from '../../client/send.js';
import { useClient } from '../../live/live-context.js';

/** Reads a brand as one chooses it; null: none has this id, or none that the viewer may see. */
export function useBrandQuery(id: string | null): UseQueryResult<BrandChoiceFragment | null> {
  const { send } = useClient();
  return useQuery({ ...asked(send, id ?? ''), enabled: id !== null });
}

/** The same, once it was read; null until then. */
export function useBrandChosen(id: string | null): BrandChoiceFragment | null {
  const { data } = useBrandQuery(id);
  return id === null ? null : (data ?? null);
}

/** The same, for what is no component. */
export function readBrandChosen(
  queries: QueryClient,
  send: Send,
  id: string,
): Promise<BrandChoiceFragment | null> {
  return queries.query({ ...asked(send, id), staleTime: 'static' });
}

function asked(send: Send, id: string) {
  return queryOptions({
    queryKey: ['brands', 'chosen', id],
    queryFn: async ({ signal }) => (await send(BrandChosenDocument, { id }, signal)).brand,
  });
}
