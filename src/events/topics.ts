import { authorize, type Caller } from '../domain/access/caller.js';
import type { BrandSnapshot } from '../domain/brand/brand.js';
import type { CampaignSnapshot } from '../domain/campaign/campaign.js';
import type { ChangeId } from '../domain/ids.js';
import type {
  BrandSpendUpdate,
  SpendUpdate,
  StatusChangeUpdate,
  WatchFilter,
} from '../domain/live/updates.js';
import type { Desk } from './desk.js';
import type { ChangeEvent, SpendEvent } from './live-event.js';
import type { Live } from './live.js';
import { Lookahead } from './lookahead.js';
import { FromNowOn } from './past.js';
import { Replay } from './replay.js';
import type { QueueRules } from './subscriber-queue.js';
import { Subscription, type SubscriptionSettings } from './subscription.js';

/** Beyond it, reading the current state costs a client less than catching up. */
const CHANGES: QueueRules = { capacity: 1_000, replacement: 'TO_THE_END' };
/** One batch may touch this many campaigns; an item is a few words. */
const SPEND: QueueRules = { capacity: 10_000, replacement: 'IN_PLACE' };

/** Who watches: of what they do not reach they hear nothing. */
type Watcher = Pick<Caller, 'agencyId' | 'brandIds' | 'permissions'>;

/**
 * Status changes that match the filter, with their campaigns as they are when delivered; see the
 * contract's `campaignStatusChanged`. With `after`, first those that followed that change; if there
 * is no such change, only what is to come. Throws ResyncError, and ends, where more than 1 000
 * changes were missed or more than 1 000 campaigns are pending. A subscription begins when iteration
 * does.
 */
export function watchStatusChanges(
  { desk }: Live,
  watcher: Watcher,
  { after, ...filter }: WatchFilter & { readonly after: ChangeId | null },
): AsyncIterable<StatusChangeUpdate, undefined> {
  authorize(watcher, 'campaign:read');
  const { agencyId, brandIds } = watcher;
  return iterable(() => {
    const campaigns = new Lookahead<ChangeEvent, CampaignSnapshot>(
      ({ change }) => desk.campaigns.load(agencyId, change.campaignId),
      desk.patience.timer,
    );
    return new Subscription<ChangeEvent, StatusChangeUpdate>({
      audience: desk.audiences.changes,
      watch: { agencyId, brandIds, ...filter },
      queue: CHANGES,
      counters: desk.counters,
      keyOf: ({ change }) => change.campaignId,
      past:
        after === null
          ? new FromNowOn(desk.standpoint())
          : new Replay(desk, { reach: { agencyId, brandIds }, filter, after }),
      deliver: async (event, upcoming) => {
        const campaign = await campaigns.snapshotFor(event, upcoming);
        return campaign && desk.updates.changes.of(event, campaign);
      },
    });
  });
}

/**
 * Totals of campaigns that match the filter, as they are when delivered, at most 4 a second for one
 * campaign; the last always arrives. Throws ResyncError, and ends, beyond 10 000 pending campaigns.
 */
export function watchSpend(
  { desk }: Live,
  watcher: Watcher,
  filter: WatchFilter,
): AsyncIterable<SpendUpdate, undefined> {
  authorize(watcher, 'campaign:read');
  const { agencyId, brandIds } = watcher;
  return iterable(() => {
    const campaigns = new Lookahead<SpendEvent, CampaignSnapshot>(
      ({ ownerId }) => desk.campaigns.load(agencyId, ownerId),
      desk.patience.timer,
    );
    return new Subscription<SpendEvent, SpendUpdate>({
      ...spendSettings(desk),
      audience: desk.audiences.campaignSpend,
      watch: { agencyId, brandIds, ...filter },
      deliver: async (event, upcoming) => {
        const campaign = await campaigns.snapshotFor(event, upcoming);
        return campaign && desk.updates.campaignSpend.of(event, campaign);
      },
    });
  });
}

/** The same for the totals of brands. */
export function watchBrandSpend(
  { desk }: Live,
  watcher: Watcher,
  { brands }: Pick<WatchFilter, 'brands'>,
): AsyncIterable<BrandSpendUpdate, undefined> {
  authorize(watcher, 'brand:read');
  const { agencyId, brandIds } = watcher;
  return iterable(() => {
    const snapshots = new Lookahead<SpendEvent, BrandSnapshot>(
      ({ ownerId }) => desk.brands.load(agencyId, ownerId),
      desk.patience.timer,
    );
    return new Subscription<SpendEvent, BrandSpendUpdate>({
      ...spendSettings(desk),
      audience: desk.audiences.brandSpend,
      watch: { agencyId, brandIds, brands, campaigns: null },
      deliver: async (event, upcoming) => {
        const brand = await snapshots.snapshotFor(event, upcoming);
        return brand && desk.updates.brandSpend.of(event, brand);
      },
    });
  });
}

type SpendSettings = Pick<
  SubscriptionSettings<SpendEvent, never>,
  'queue' | 'counters' | 'keyOf' | 'past'
>;

function spendSettings(desk: Desk): SpendSettings {
  return {
    queue: SPEND,
    counters: desk.counters,
    keyOf: ({ ownerId }) => ownerId,
    past: new FromNowOn(desk.standpoint()),
  };
}

/** Each iteration is a subscription of its own. */
function iterable<T>(subscribe: () => AsyncIterator<T, undefined>): AsyncIterable<T, undefined> {
  return { [Symbol.asyncIterator]: subscribe };
}
