import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BrandDocument, type BrandRowFragment } from '../../client/generated/graphql.js';
import { useLive } from '../../live/live-context.js';

export interface BrandOptions {
  /** How often it is read again; null: not by itself, as in a form. */
  readonly refetchMs: number | null;
}

/** A brand by its id; null: there is none, or none that the viewer may see. */
export function useBrand(
  id: string,
  { refetchMs }: BrandOptions,
): UseQueryResult<{ readonly brand: BrandRowFragment | null; readonly sentAt: number }> {
  const { client, brands } = useLive();
  const query = useQuery({
    queryKey: ['brand', id],
    queryFn: async ({ signal }) => {
      const sentAt = performance.now();
      const { brand } = await client.send(BrandDocument, { id }, signal);
      return { brand, sentAt };
    },
    refetchInterval: refetchMs ?? false,
  });
  const { data } = query;
  useEffect(() => {
    if (data) brands.forget([id], data.sentAt);
  }, [data, brands, id]);
  return query;
}
