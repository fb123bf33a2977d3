import type { AgencyId, BrandId, CampaignId } from '../domain/ids.js';
import {
  type CommittedChange,
  readChanges,
} from '../persistence/queries/changes-in-commit-order.js';
import type { OutboxMessage } from '../persistence/queries/read-outbox.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Audiences } from './audiences.js';
import type { CampaignBrands } from './campaign-brands.js';

/**
 * A page of messages with what must be read before it can be dispatched to those who listen now.
 * Whoever joins while it is read may need more; so it is asked again until nothing is missing.
 */
export class Digest {
  private readonly changesByAgency = new Map<AgencyId, readonly CommittedChange[]>();
  private readonly messagesByAgency: ReadonlyMap<AgencyId, readonly OutboxMessage[]>;

  constructor(
    readonly messages: readonly OutboxMessage[],
    private readonly audiences: Audiences,
    private readonly brands: CampaignBrands,
  ) {
    this.messagesByAgency = Map.groupBy(messages, ({ agencyId }) => agencyId);
  }

  /** Whether nothing is missing. */
  get isComplete(): boolean {
    return this.agenciesWithoutChanges().length === 0 && this.messagesWithoutBrands().length === 0;
  }

  /** Reads what is missing. */
  async complete(sql: Sql): Promise<void> {
    for (const [agencyId, messages] of this.agenciesWithoutChanges()) {
      const places = messages.flatMap(({ changeIds, xid }) => changeIds.map((id) => ({ id, xid })));
      const changes = places.length === 0 ? [] : await readChanges(sql, agencyId, places);
      this.changesByAgency.set(agencyId, changes);
    }
    for (const { agencyId, campaignIds } of this.messagesWithoutBrands()) {
      await this.brands.learn(agencyId, campaignIds);
    }
  }

  /** The status changes that somebody may be watching, each agency's in the order of (xid, id). */
  *changes(): Generator<CommittedChange, void> {
    for (const changes of this.changesByAgency.values()) yield* changes;
  }

  /** The brand of a campaign in one of the messages; null if nobody filters by brand. */
  brandOf(id: CampaignId): BrandId | null {
    return this.brands.brandOf(id);
  }

  private agenciesWithoutChanges() {
    return [...this.messagesByAgency].filter(
      ([agencyId]) => this.audiences.changes.isIn(agencyId) && !this.changesByAgency.has(agencyId),
    );
  }

  private messagesWithoutBrands(): readonly OutboxMessage[] {
    return this.messages.filter(
      ({ agencyId, campaignIds }) =>
        this.audiences.campaignSpend.filtersByBrand(agencyId) && !this.brands.knows(campaignIds),
    );
  }
}
