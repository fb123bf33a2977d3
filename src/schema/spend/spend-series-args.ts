import { ArgsType, Field } from 'type-graphql';
import type { Granularity } from '../../domain/spend/spend-series.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { GranularityEnum } from './granularity-enum.js';

@ArgsType()
export class SpendSeriesArgs {
  @Field(() => GranularityEnum, { description: 'The length of a point, in local time.' })
  readonly granularity!: Granularity;

  @Field(() => DateTimeScalar, { description: 'The first point holds this instant.' })
  readonly from!: Instant;

  @Field(() => DateTimeScalar, { description: 'The last point begins before this instant.' })
  readonly to!: Instant;
}
