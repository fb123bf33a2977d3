import type { Brand } from '../domain/brand/brand.js';
import type { Campaign } from '../domain/campaign/campaign.js';
import { TroubleWatch } from '../platform/trouble-watch.js';
import { BrandsInUse } from './brands-in-use.js';
import { KnownCounters } from './known-counters.js';
import { RowCache } from './row-cache.js';

/** Some tens of megabytes when full. */
const MAX_CAMPAIGNS = 100_000;
const MAX_BRANDS = 10_000;

/** What a process keeps in mind of the rows that recording spend needs again and again. */
export class KnownRows {
  readonly brands = new RowCache<Brand>(MAX_BRANDS);
  readonly campaigns = new RowCache<Campaign>(MAX_CAMPAIGNS);
  readonly counters = new KnownCounters(MAX_CAMPAIGNS + MAX_BRANDS);
  readonly inUse = new BrandsInUse();
  /** Groups of spends that held some that had been recorded before: then they are looked up before writing. */
  readonly duplicates = new TroubleWatch();
  /** Groups that were decided by rows that had changed: then they are read before deciding. */
  readonly changes = new TroubleWatch();
}
