import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { BrandSpendUpdatedDocument } from '../client/generated/graphql.js';
import { useLive } from './live-context.js';
import type { BrandNews } from './news.js';

/**
 * Keeps the news of all brands, or of one, up to date for as long as the component is shown, and
 * calls `onNews` with each piece.
 */
export function useWatchBrands(brandId?: string, onNews?: () => void): void {
  const { client, brands } = useLive();
  useEffect(
    () =>
      client.subscribe(
        BrandSpendUpdatedDocument,
        { brandId: brandId ?? null },
        {
          next: ({ brandSpendUpdated: { brand, today, thisMonth } }) => {
            brands.put(brand.id, { today, thisMonth });
            onNews?.();
          },
        },
      ),
    [client, brands, brandId, onNews],
  );
}

/** What was heard of a brand since it was read; renders again when there is more. */
export function useBrandNews(id: string): BrandNews | undefined {
  const { brands } = useLive();
  const subscribe = useCallback(
    (listener: () => void) => brands.subscribe(id, listener),
    [brands, id],
  );
  return useSyncExternalStore(subscribe, () => brands.get(id));
}
