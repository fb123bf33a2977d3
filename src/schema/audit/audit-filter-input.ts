import { Field, ID, InputType } from 'type-graphql';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@InputType('AuditFilter', {
  description: 'Which rows of the audit log. All that is given must hold.',
})
export class AuditFilterInput {
  @Field(() => ID, { nullable: true, description: 'By this person or key.' })
  readonly actorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this object.' })
  readonly objectId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'One of these, such as campaign.update.',
  })
  readonly action?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'About one of these, such as campaign.',
  })
  readonly objectKind?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At or after.' })
  readonly from?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before.' })
  readonly to?: Instant | null;
}
