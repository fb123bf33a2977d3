import { Access } from './access.js';
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { BrandSpendUpdate, SpendUpdate, StatusChangeUpdate } from '../domain/live/updates.js';
import { StatusChangeType } from '../schema/history/status-change-type.js';
import { BrandSpendUpdateType } from '../schema/live/brand-spend-update-type.js';
import { SpendUpdateType } from '../schema/live/spend-update-type.js';
import { type Delivery, received } from './live/deliveries.js';
import {
  subscribeToBrandSpend,
  subscribeToSpend,
  subscribeToStatusChanges,
} from './live/subscribe.js';

const BRAND_ID = { nullable: true, description: 'Of this brand; absent: of all.' };
const CAMPAIGN_ID = { nullable: true, description: 'Of this campaign; absent: of all.' };
const CAMPAIGN_IDS = {
  nullable: true,
  description: 'Of these campaigns, at most 100; absent: of all.',
};

/** The arguments are read where a subscription begins, before there is an update to resolve. */
@Resolver()
export class LiveResolver {
  @Access('campaign:read')
  @Subscription(() => StatusChangeType, {
    description:
      "Status changes of the agency, a brand or a campaign. With `after`, a status change's id: first those since.",
    subscribe: subscribeToStatusChanges,
  })
  campaignStatusChanged(
    @Root() delivery: Delivery<StatusChangeUpdate>,
    @Arg('brandId', () => ID, BRAND_ID) _brandId?: string | null,
    @Arg('campaignId', () => ID, CAMPAIGN_ID) _campaignId?: string | null,
    @Arg('after', () => ID, {
      nullable: true,
      description: 'The last status change that was seen; absent: only those to come.',
    })
    _after?: string | null,
    @Arg('campaignIds', () => [ID], CAMPAIGN_IDS) _campaignIds?: readonly string[] | null,
  ): StatusChangeType {
    const { change, campaign } = received(delivery);
    return new StatusChangeType(change, campaign);
  }

  @Access('campaign:read')
  @Subscription(() => SpendUpdateType, {
    description: 'Totals of campaigns, at most 4 a second for one campaign.',
    subscribe: subscribeToSpend,
  })
  spendUpdated(
    @Root() delivery: Delivery<SpendUpdate>,
    @Arg('brandId', () => ID, BRAND_ID) _brandId?: string | null,
    @Arg('campaignId', () => ID, CAMPAIGN_ID) _campaignId?: string | null,
    @Arg('campaignIds', () => [ID], CAMPAIGN_IDS) _campaignIds?: readonly string[] | null,
  ): SpendUpdateType {
    return new SpendUpdateType(received(delivery));
  }

  @Access('brand:read')
  @Subscription(() => BrandSpendUpdateType, {
    description: 'Totals of brands, at most 4 a second for one brand.',
    subscribe: subscribeToBrandSpend,
  })
  brandSpendUpdated(
    @Root() delivery: Delivery<BrandSpendUpdate>,
    @Arg('brandId', () => ID, BRAND_ID) _brandId?: string | null,
    @Arg('brandIds', () => [ID], {
      nullable: true,
      description: 'Of these brands, at most 100; absent: of all.',
    })
    _brandIds?: readonly string[] | null,
  ): BrandSpendUpdateType {
    return new BrandSpendUpdateType(received(delivery));
  }
}
