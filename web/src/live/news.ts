import type { CampaignStateFragment, UsageFragment } from '../client/generated/graphql.js';

/** What is heard of a campaign: its state, and its totals with their budgets. */
export type CampaignNews = CampaignStateFragment & {
  readonly today: UsageFragment;
  readonly thisMonth: UsageFragment;
};

/** What is heard of a brand. */
export interface BrandNews {
  readonly today: UsageFragment;
  readonly thisMonth: UsageFragment;
}
