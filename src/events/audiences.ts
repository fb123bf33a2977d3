import { ResyncError } from '../domain/live/updates.js';
import { Audience } from './audience.js';
import type { ChangeEvent, SpendEvent } from './live-event.js';

/** The subscribers of this process, by topic. */
export class Audiences {
  readonly changes = new Audience<ChangeEvent>();
  readonly campaignSpend = new Audience<SpendEvent>();
  readonly brandSpend = new Audience<SpendEvent>();

  /** How many subscribers there are. */
  get size(): number {
    return this.changes.size + this.campaignSpend.size + this.brandSpend.size;
  }

  /** Tells everybody that something was missed. */
  resync(): void {
    for (const receiver of this.everybody()) receiver.fail(new ResyncError());
  }

  /** Ends all subscriptions. */
  end(): void {
    for (const receiver of this.everybody()) receiver.end();
  }

  private everybody() {
    const { changes, campaignSpend, brandSpend } = this;
    return [...changes.everybody(), ...campaignSpend.everybody(), ...brandSpend.everybody()];
  }
}
