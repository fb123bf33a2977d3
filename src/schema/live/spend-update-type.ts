import { Field, ObjectType } from 'type-graphql';
import type { SpendUpdate } from '../../domain/live/updates.js';
import type { Instant } from '../../domain/time/instant.js';
import { BudgetUsageType } from '../budget/budget-usage-type.js';
import { CampaignType } from '../campaign/campaign-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('SpendUpdate', { description: "A campaign's totals after spend was committed." })
export class SpendUpdateType {
  constructor(private readonly update: SpendUpdate) {}

  @Field(() => CampaignType, { description: 'The campaign.' })
  get campaign(): CampaignType {
    return new CampaignType(this.update.campaign);
  }

  @Field(() => BudgetUsageType, { description: 'Its day.' })
  get today(): BudgetUsageType {
    return this.campaign.today;
  }

  @Field(() => BudgetUsageType, { description: 'Its month.' })
  get thisMonth(): BudgetUsageType {
    return this.campaign.thisMonth;
  }

  @Field(() => DateTimeScalar, { description: 'When it was committed.' })
  get at(): Instant {
    return this.update.at;
  }
}
