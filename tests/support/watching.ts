import type { WatchFilter } from '../../src/domain/live/updates.js';

/** Watching these brands and these campaigns; of what is not given, any. */
export function watching(
  things: Readonly<Partial<Record<'brands' | 'campaigns', readonly string[]>>> = {},
): WatchFilter {
  const { brands, campaigns } = things;
  return {
    brands: brands ? new Set(brands) : null,
    campaigns: campaigns ? new Set(campaigns) : null,
  };
}
