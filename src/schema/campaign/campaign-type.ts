import { Field, ID, Int, ObjectType } from 'type-graphql';
import type {
  CampaignSnapshot,
  CampaignStatus,
  DesiredStatus,
} from '../../domain/campaign/campaign.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { BrandType } from '../brand/brand-type.js';
import { BudgetUsageType, thisMonthOf, todayOf } from '../budget/budget-usage-type.js';
import { MoneyType, optionalMoney } from '../money/money-type.js';
import { NodeType } from '../node/node-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { DaypartingScheduleType } from '../schedule/dayparting-schedule-type.js';
import { BlockerType } from './blocker-type.js';
import { CampaignStatusEnum } from './campaign-status-enum.js';
import { DesiredStatusEnum } from './desired-status-enum.js';

@ObjectType('Campaign', {
  implements: NodeType,
  description: "Something that spends a brand's money, within budgets, a flight and a schedule.",
})
export class CampaignType implements NodeType {
  constructor(readonly snapshot: CampaignSnapshot) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('campaign', this.snapshot.campaign.id);
  }

  @Field(() => BrandType, { description: 'Its brand; never changes.' })
  get brand(): BrandType {
    const { brand, brandTotals, at } = this.snapshot;
    return new BrandType({ brand, totals: brandTotals, at });
  }

  @Field(() => String, { description: 'Its name; need not be unique.' })
  get name(): string {
    return this.snapshot.campaign.name;
  }

  @Field(() => String, {
    nullable: true,
    description: "The caller's own key, unique among the agency's campaigns.",
  })
  get externalId(): string | null {
    return this.snapshot.campaign.externalId;
  }

  @Field(() => DesiredStatusEnum, { description: 'What a person asked for.' })
  get desiredStatus(): DesiredStatus {
    return this.snapshot.campaign.desiredStatus;
  }

  @Field(() => CampaignStatusEnum, { description: 'What it does now.' })
  get status(): CampaignStatus {
    return this.snapshot.campaign.state.status;
  }

  @Field(() => DateTimeScalar, { description: 'Since when it has this status.' })
  get statusSince(): Instant {
    return this.snapshot.campaign.state.statusSince;
  }

  @Field(() => [BlockerType], {
    description:
      'All reasons that hold now, the deciding one first. Empty if and only if status is ACTIVE.',
  })
  get blockers(): readonly BlockerType[] {
    const { blockers } = this.snapshot.campaign.state;
    return blockers.map((held) => new BlockerType(held, this.snapshot));
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The next instant at which status or blockers change with no further input; null if never.',
  })
  get nextTransitionAt(): Instant | null {
    return this.snapshot.campaign.state.nextTransitionAt;
  }

  @Field(() => MoneyType, { nullable: true, description: 'The cap of a local day; null: none.' })
  get dailyBudget(): MoneyType | null {
    const { campaign, brand } = this.snapshot;
    return optionalMoney(campaign.dailyBudgetMicros, brand.currency);
  }

  @Field(() => MoneyType, {
    nullable: true,
    description: 'The cap of a local month; null: none.',
  })
  get monthlyBudget(): MoneyType | null {
    const { campaign, brand } = this.snapshot;
    return optionalMoney(campaign.monthlyBudgetMicros, brand.currency);
  }

  @Field(() => BudgetUsageType, { description: 'The current local day.' })
  get today(): BudgetUsageType {
    const { campaign, totals, brand } = this.snapshot;
    return todayOf(campaign, totals, brand);
  }

  @Field(() => BudgetUsageType, { description: 'The current local month.' })
  get thisMonth(): BudgetUsageType {
    const { campaign, totals, brand } = this.snapshot;
    return thisMonthOf(campaign, totals, brand);
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its flight begins; null: it has begun.',
  })
  get startsAt(): Instant | null {
    return this.snapshot.campaign.startsAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its flight ends (exclusive); null: never.',
  })
  get endsAt(): Instant | null {
    return this.snapshot.campaign.endsAt;
  }

  @Field(() => DaypartingScheduleType, { description: 'When it may run.' })
  get schedule(): DaypartingScheduleType {
    return new DaypartingScheduleType(this.snapshot);
  }

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  get createdAt(): Instant {
    return this.snapshot.campaign.createdAt;
  }

  @Field(() => DateTimeScalar, { description: 'When a person last changed it.' })
  get updatedAt(): Instant {
    return this.snapshot.campaign.updatedAt;
  }

  @Field(() => Int, {
    description: 'Grows by one with each change by a person; send it back to detect lost updates.',
  })
  get version(): number {
    return this.snapshot.campaign.version;
  }
}
