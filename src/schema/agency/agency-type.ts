import { Field, ID, ObjectType } from 'type-graphql';
import type { Agency } from '../../domain/access/agency.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { NodeType } from '../node/node-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('Agency', {
  implements: NodeType,
  description: 'An ad agency: the owner of brands, campaigns, spend and keys.',
})
export class AgencyType implements NodeType {
  constructor(readonly agency: Agency) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('agency', this.agency.id);
  }

  @Field(() => String, { description: 'Its name; need not be unique.' })
  get name(): string {
    return this.agency.name;
  }

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  get createdAt(): Instant {
    return this.agency.createdAt;
  }
}
