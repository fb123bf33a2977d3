import {
  BrandPeriodClosesDocument,
  type BrandPartsFragment,
  BrandSpendSeriesDocument,
  type BrandSpendSeriesQueryVariables,
  CampaignHistoryDocument,
  type CampaignPartsFragment,
  CampaignStatusChangedDocument,
  type CampaignStatusChangedSubscription,
  type CampaignStatusChangedSubscriptionVariables,
  type EntryPartsFragment,
  FindBrandDocument,
  FindCampaignDocument,
  ListSpendEntriesDocument,
  type ListSpendEntriesQuery,
  type SpendEntryFilter,
} from '../../generated/graphql.js';
import { ApiClient } from './api-client.js';
import type { Recorder } from './recorder.js';
import { changeLine, closeLine, pointLine, stateLines, usageLine } from './texts.js';

/** What has an id. */
export interface Identified {
  readonly id: string;
}

/** A status change as a subscriber gets it. */
export type ChangeEvent = CampaignStatusChangedSubscription['campaignStatusChanged'];

const LONGEST_PAGE = 100;

/** Reads over the API what a scenario looks at, most of it as short texts. */
export class Reader extends ApiClient {
  /** The brand as it is read now. */
  async brand({ id }: Identified): Promise<BrandPartsFragment> {
    const { brand } = await this.run(FindBrandDocument, { id });
    return present(brand);
  }

  /** The campaign as it is read now. */
  async campaign({ id }: Identified): Promise<CampaignPartsFragment> {
    const { campaign } = await this.run(FindCampaignDocument, { id });
    return present(campaign);
  }

  /** What the campaign does now; see `stateLines`. */
  async state(campaign: Identified): Promise<readonly string[]> {
    return stateLines(await this.campaign(campaign));
  }

  /** The campaign's last 100 status changes, oldest first; see `changeLine`. */
  async history({ id }: Identified): Promise<readonly string[]> {
    const { campaign } = await this.run(CampaignHistoryDocument, { id, first: LONGEST_PAGE });
    return present(campaign).statusChanges.nodes.map(changeLine).toReversed();
  }

  /** The brand's last 100 ended periods, oldest first; see `closeLine`. */
  async closes({ id }: Identified): Promise<readonly string[]> {
    const { brand } = await this.run(BrandPeriodClosesDocument, { id, first: LONGEST_PAGE });
    return present(brand).periodCloses.nodes.map(closeLine).toReversed();
  }

  /** All ledger rows that match, newest first. */
  async entries(filter: SpendEntryFilter): Promise<readonly EntryPartsFragment[]> {
    const entries: EntryPartsFragment[] = [];
    let after: string | null = null;
    do {
      const page: ListSpendEntriesQuery = await this.run(ListSpendEntriesDocument, {
        filter,
        first: LONGEST_PAGE,
        after,
      });
      entries.push(...page.spendEntries.nodes);
      const { hasNextPage, endCursor } = page.spendEntries.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after !== null);
    return entries;
  }

  /** What the brand spent on its current day; see `usageLine`. */
  async today(brand: Identified): Promise<string> {
    return usageLine((await this.brand(brand)).today);
  }

  /** What the brand spent, each point as `2026-03-29T00:00Z 12.5`. */
  async series(
    { id }: Identified,
    wanted: Omit<BrandSpendSeriesQueryVariables, 'id'>,
  ): Promise<readonly string[]> {
    const { brand } = await this.run(BrandSpendSeriesDocument, { id, ...wanted });
    return present(brand).spendSeries.map(pointLine);
  }

  /** Status changes, as they come. */
  watchChanges(
    filter: CampaignStatusChangedSubscriptionVariables = {},
  ): Promise<Recorder<ChangeEvent>> {
    return this.follow(
      CampaignStatusChangedDocument,
      filter,
      ({ campaignStatusChanged }) => campaignStatusChanged,
    );
  }
}

/** What the API answered, where it may answer null. */
export function present<T>(value: T | null): T {
  if (value === null) throw new Error('the API answered with null');
  return value;
}
