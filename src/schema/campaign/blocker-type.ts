import { Field, ObjectType } from 'type-graphql';
import type { BlockerCode } from '../../domain/campaign/blocker.js';
import type { CampaignSnapshot, HeldBlocker } from '../../domain/campaign/campaign.js';
import { clearsAt } from '../../domain/campaign/clears-at.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { BlockerCodeEnum } from './blocker-code-enum.js';

@ObjectType('Blocker', { description: 'One reason why a campaign does not run.' })
export class BlockerType {
  constructor(
    private readonly held: HeldBlocker,
    private readonly snapshot: CampaignSnapshot,
  ) {}

  @Field(() => BlockerCodeEnum, { description: 'Which reason.' })
  get code(): BlockerCode {
    return this.held.code;
  }

  @Field(() => DateTimeScalar, { description: 'Since when it holds without a break.' })
  get since(): Instant {
    return this.held.since;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it clears by itself, seen alone; null if only a person can clear it.',
  })
  get clearsAt(): Instant | null {
    return clearsAt(this.held.code, this.snapshot, this.snapshot.at);
  }
}
