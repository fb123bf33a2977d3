import type { CampaignId } from '../domain/ids.js';
import {
  type CommittedChange,
  readChangesOfTransactions,
} from '../persistence/queries/changes-in-commit-order.js';
import type { OutboxMessage } from '../persistence/queries/read-outbox.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Audiences } from './audiences.js';
import type { CampaignBrands } from './campaign-brands.js';

/**
 * Messages with what must be read before they can be dispatched to those who listen now. Whoever
 * joins while it is read may need more; so it is asked again until nothing is missing.
 */
export class Digest {
  private readonly changes = new Map<OutboxMessage, readonly CommittedChange[]>();

  constructor(
    readonly messages: readonly OutboxMessage[],
    private readonly audiences: Audiences,
    private readonly brands: CampaignBrands,
  ) {}

  /** Whether nothing is missing. */
  get isComplete(): boolean {
    return this.withoutChanges().length === 0 && this.withoutBrands().length === 0;
  }

  /** Reads what is missing. */
  async complete(sql: Sql): Promise<void> {
    await this.readChanges(sql, this.withoutChanges());
    for (const { agencyId, campaignIds } of this.withoutBrands()) {
      await this.brands.learn(agencyId, campaignIds);
    }
  }

  /** The status changes of a message, in the order of their ids; none if nobody watches them. */
  changesOf(message: OutboxMessage): readonly CommittedChange[] {
    return this.changes.get(message) ?? [];
  }

  /** The brand of a campaign in a message; null if nobody filters by brand. */
  brandOf(id: CampaignId): string | null {
    return this.brands.brandOf(id);
  }

  private withoutChanges(): readonly OutboxMessage[] {
    return this.messages.filter(
      (message) =>
        message.changes > 0 &&
        this.audiences.changes.isIn(message.agencyId) &&
        !this.changes.has(message),
    );
  }

  private withoutBrands(): readonly OutboxMessage[] {
    return this.messages.filter(
      ({ agencyId, campaignIds }) =>
        this.audiences.campaignSpend.filtersByBrand(agencyId) && !this.brands.knows(campaignIds),
    );
  }

  private async readChanges(sql: Sql, messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const found = Map.groupBy(await readChangesOfTransactions(sql, messages), keyOfChange);
    for (const message of messages) this.changes.set(message, found.get(keyOf(message)) ?? []);
  }
}

function keyOfChange({ change, xid }: CommittedChange): string {
  return keyOf({ agencyId: change.agencyId, xid });
}

function keyOf({ agencyId, xid }: Pick<OutboxMessage, 'agencyId' | 'xid'>): string {
  return `${agencyId} ${xid}`;
}
