import { Field, Int, ObjectType } from 'type-graphql';
import type { Overview, StatusCount } from '../../domain/overview/overview.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { CurrencyTotalType } from './currency-total-type.js';
import { StatusCountType } from './status-count-type.js';

@ObjectType('Overview', { description: 'What a monitor shows first.' })
export class OverviewType {
  constructor(private readonly overview: Overview) {}

  @Field(() => [StatusCountType], {
    description: 'Campaigns by status and deciding blocker; archived ones left out.',
  })
  get counts(): readonly StatusCount[] {
    return this.overview.counts;
  }

  @Field(() => Int, {
    description:
      "ACTIVE campaigns whose daily or monthly utilization, or their brand's, is at least 0.8.",
  })
  get atRisk(): number {
    return this.overview.atRisk;
  }

  @Field(() => [CurrencyTotalType], { description: 'Totals by currency.' })
  get totals(): readonly CurrencyTotalType[] {
    return this.overview.totals.map((total) => new CurrencyTotalType(total));
  }

  @Field(() => DateTimeScalar, { description: 'The instant it shows.' })
  get at(): Instant {
    return this.overview.at;
  }
}
