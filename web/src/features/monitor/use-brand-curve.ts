import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  BrandHoursDocument,
  BusiestBrandDocument,
  BrandToWatchDocument,
  type BrandToWatchQuery,
} from '../../client/generated/graphql.js';
import { RequestError } from '../../client/request-error.js';
import { useLive } from '../../live/live-context.js';
import type { HourOfSpend } from './day-curve.js';

/** A brand's day by the hour. */
export interface BrandCurve {
  readonly brand: NonNullable<BrandToWatchQuery['brand']>;
  readonly hours: readonly HourOfSpend[];
  readonly sentAt: number;
}

/** The hours are read again so often; the last point moves by itself. */
const REFETCH_MS = 60_000;

/** Reads the day of a brand; null: no brand is known yet, or there is none. */
export function useBrandCurve(id: string | null): UseQueryResult<BrandCurve> {
  const { client, brands } = useLive();
  const query = useQuery({
    queryKey: ['brand-curve', id],
    queryFn: async ({ signal }): Promise<BrandCurve> => {
      const sentAt = performance.now();
      const { brand } = await client.send(BrandToWatchDocument, { id: id ?? '' }, signal);
      if (brand === null) {
        throw new RequestError('BAD_USER_INPUT', 'There is no such brand, or you may not see it.');
      }
      const { periodStart: from, periodEnd: to } = brand.today;
      const answer = await client.send(BrandHoursDocument, { id: brand.id, from, to }, signal);
      return { brand, hours: answer.brand?.spendSeries ?? [], sentAt };
    },
    enabled: id !== null,
    refetchInterval: REFETCH_MS,
  });
  const { data } = query;
  useEffect(() => {
    if (data) brands.forget([data.brand.id], data.sentAt);
  }, [data, brands]);
  return query;
}

/** The id of the brand that has used most of its daily budget; undefined: not known yet, or none. */
export function useBusiestBrand(isAsked: boolean): string | undefined {
  const { client } = useLive();
  const { data } = useQuery({
    queryKey: ['busiest-brand'],
    queryFn: async ({ signal }) => {
      const { brands } = await client.send(BusiestBrandDocument, {}, signal);
      return brands.nodes[0]?.id ?? null;
    },
    enabled: isAsked,
    // The curve stays with its brand for as long as the page is open.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? undefined;
}
