import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { encodeId } from '../../domain/ids.js';
import type { SpendEntry, SpendKind } from '../../domain/spend/spend-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { MoneyType } from '../money/money-type.js';
import { ActorType } from '../actor/actor-type.js';
import { NodeType } from '../node/node-type.js';
import { DateScalar } from '../scalars/date-scalar.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { SpendKindEnum } from './spend-kind-enum.js';

@ObjectType('SpendEntry', {
  implements: NodeType,
  description: 'One row of the append-only ledger: never changed, never deleted.',
})
export class SpendEntryType implements NodeType {
  /** The campaign where it is at hand already; null: to be loaded when it is asked for. */
  constructor(
    readonly entry: SpendEntry,
    readonly knownCampaign: CampaignSnapshot | null = null,
  ) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('entry', this.entry.id);
  }

  @Field(() => SpendKindEnum, { description: 'Spend or refund.' })
  get kind(): SpendKind {
    return this.entry.kind;
  }

  @Field(() => MoneyType, { description: 'Positive for SPEND, negative for REFUND.' })
  get amount(): MoneyType {
    return new MoneyType(this.entry.amountMicros, this.entry.currency);
  }

  @Field(() => String, { description: "The sender's key, unique per source for ever." })
  get eventId(): string {
    return this.entry.eventId;
  }

  @Field(() => String, { description: 'Which system sent it.' })
  get source(): string {
    return this.entry.source;
  }

  @Field(() => DateTimeScalar, { description: "When it happened. A refund has its entry's." })
  get occurredAt(): Instant {
    return this.entry.occurredAt;
  }

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  get recordedAt(): Instant {
    return this.entry.recordedAt;
  }

  @Field(() => DateScalar, { description: 'The local day it counts in, fixed when recorded.' })
  get day(): LocalDate {
    return this.entry.day;
  }

  @Field(() => Boolean, {
    description: 'It happened while the campaign was not ACTIVE. It counts all the same.',
  })
  get whileBlocked(): boolean {
    return this.entry.whileBlocked;
  }

  @Field(() => ActorType, {
    nullable: true,
    description: 'Who recorded it; null: it was recorded before that was kept.',
  })
  get recordedBy(): Actor | null {
    return this.entry.recordedBy;
  }

  @Field(() => MoneyType, { description: 'What can still be given back; zero for a refund.' })
  get refundable(): MoneyType {
    return new MoneyType(this.entry.refundableMicros, this.entry.currency);
  }
}
