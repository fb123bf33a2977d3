import { Field, ID, ObjectType } from 'type-graphql';
import type { OwnPerson } from '../../domain/access/me.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('Person', { description: 'A person, in whichever agencies, as they see themselves.' })
export class PersonType {
  constructor(private readonly person: OwnPerson) {}

  @Field(() => ID, { description: 'Their global id.' })
  get id(): string {
    return encodeId('person', this.person.id);
  }

  @Field(() => String, { description: 'Their e-mail address, in lower case.' })
  get email(): string {
    return this.person.email;
  }

  @Field(() => String, { description: 'Their name.' })
  get name(): string {
    return this.person.name;
  }

  @Field(() => Boolean, { description: 'Whether they can sign in with a password.' })
  get hasPassword(): boolean {
    return this.person.hasPassword;
  }

  @Field(() => DateTimeScalar, { description: 'When they became known here.' })
  get createdAt(): Instant {
    return this.person.createdAt;
  }
}
