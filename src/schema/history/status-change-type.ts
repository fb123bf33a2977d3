import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor } from '../../domain/access/caller.js';
import type { BlockerCode } from '../../domain/campaign/blocker.js';
import type { CampaignSnapshot, CampaignStatus } from '../../domain/campaign/campaign.js';
import type { Cause } from '../../domain/campaign/cause.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { ActorType } from '../actor/actor-type.js';
import { BlockerCodeEnum } from '../campaign/blocker-code-enum.js';
import { CampaignStatusEnum } from '../campaign/campaign-status-enum.js';
import { NodeType } from '../node/node-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { CauseEnum } from './cause-enum.js';

@ObjectType('StatusChange', {
  implements: NodeType,
  description: "A campaign's status, or what decides it, changed.",
})
export class StatusChangeType implements NodeType {
  /** The campaign where it is at hand already; null: to be loaded when it is asked for. */
  constructor(
    readonly change: StatusChange,
    readonly knownCampaign: CampaignSnapshot | null = null,
  ) {}

  @Field(() => ID, { description: 'Its global id; ids grow in the order of events.' })
  get id(): string {
    return encodeId('change', this.change.id);
  }

  @Field(() => CampaignStatusEnum, {
    description: 'The status before; equal to `to` if only the deciding blocker changed.',
  })
  get from(): CampaignStatus {
    return this.change.from;
  }

  @Field(() => CampaignStatusEnum, { description: 'The status after.' })
  get to(): CampaignStatus {
    return this.change.to;
  }

  @Field(() => [BlockerCodeEnum], { description: 'The blockers before, the deciding one first.' })
  get blockersBefore(): readonly BlockerCode[] {
    return this.change.blockersBefore;
  }

  @Field(() => [BlockerCodeEnum], { description: 'The blockers after, the deciding one first.' })
  get blockers(): readonly BlockerCode[] {
    return this.change.blockers;
  }

  @Field(() => CauseEnum, { description: 'What brought it about.' })
  get cause(): Cause {
    return this.change.cause;
  }

  @Field(() => ActorType, { nullable: true, description: 'Who; null if time alone did.' })
  get actor(): Actor | null {
    return this.change.actor;
  }

  @Field(() => DateTimeScalar, {
    description:
      "The instant from which it holds: a window's edge or a day's start, even if noticed later.",
  })
  get at(): Instant {
    return this.change.at;
  }
}
