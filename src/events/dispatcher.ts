import type { OutboxMessage } from '../persistence/queries/read-outbox.js';
import type { Audience } from './audience.js';
import type { Audiences } from './audiences.js';
import type { Digest } from './digest.js';
import type { LiveCounters } from './live-counters.js';
import type { SpendEvent } from './live-event.js';
import { Throttle } from './throttle.js';
import type { Timer } from './timer.js';

/**
 * At most 4 a second for one campaign or brand: more than a quarter of a second, so that a fifth does
 * not reach the client within a second of the first because it travelled 200 ms faster.
 */
const SPEND_INTERVAL_MS = 300;

/** Hands what was committed to those who watch it. Nothing here waits for a subscriber. */
export class Dispatcher {
  private turns = 0;
  private readonly campaignSpend: Throttle<SpendEvent>;
  private readonly brandSpend: Throttle<SpendEvent>;

  constructor(
    private readonly audiences: Audiences,
    private readonly counters: LiveCounters,
    timer: Timer,
  ) {
    const throttled = (audience: Audience<SpendEvent>): Throttle<SpendEvent> =>
      new Throttle(SPEND_INTERVAL_MS, timer, (event) => {
        for (const receiver of audience.matching(event.subject)) receiver.offer(event);
      });
    this.campaignSpend = throttled(audiences.campaignSpend);
    this.brandSpend = throttled(audiences.brandSpend);
  }

  /** How often something was dispatched. */
  get turn(): number {
    return this.turns;
  }

  /** Dispatches complete messages, in their order, in one go. */
  dispatch(digest: Digest): void {
    if (digest.messages.length === 0) return;
    this.turns += 1;
    this.dispatchChanges(digest);
    for (const message of digest.messages) {
      this.dispatchCampaignSpend(message, digest);
      this.dispatchBrandSpend(message);
    }
    this.counters.relayed += digest.messages.length;
  }

  /** Forgets what is held back. */
  close(): void {
    this.campaignSpend.close();
    this.brandSpend.close();
  }

  private dispatchChanges(digest: Digest): void {
    for (const { change, xid } of digest.changes()) {
      const event = { change, xid, turn: this.turns };
      for (const receiver of this.audiences.changes.matching(change)) receiver.offer(event);
    }
  }

  private dispatchCampaignSpend(message: OutboxMessage, digest: Digest): void {
    const { agencyId, at, xid } = message;
    if (!this.audiences.campaignSpend.isIn(agencyId)) return;
    for (const campaignId of message.campaignIds) {
      const subject = { agencyId, campaignId, brandId: digest.brandOf(campaignId) };
      if (!this.audiences.campaignSpend.watches(subject)) continue;
      const event = { subject, ownerId: campaignId, at, xid, turn: this.turns };
      this.campaignSpend.offer(campaignId, event);
    }
  }

  private dispatchBrandSpend({ agencyId, brandIds, at, xid }: OutboxMessage): void {
    if (!this.audiences.brandSpend.isIn(agencyId)) return;
    for (const brandId of brandIds) {
      const subject = { agencyId, brandId, campaignId: null };
      if (!this.audiences.brandSpend.watches(subject)) continue;
      this.brandSpend.offer(brandId, { subject, ownerId: brandId, at, xid, turn: this.turns });
    }
  }
}
