import { Field, ID, ObjectType } from 'type-graphql';
import type { Session } from '../../domain/access/session.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('Session', { description: 'A place where a person is signed in.' })
export class SessionType {
  constructor(private readonly session: Session & { readonly isCurrent: boolean }) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('session', this.session.id);
  }

  @Field(() => Boolean, { description: 'Whether this request came with it.' })
  get isCurrent(): boolean {
    return this.session.isCurrent;
  }

  @Field(() => String, { description: 'The address from which it was opened.' })
  get origin(): string {
    return this.session.origin;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What the browser called itself when it was opened; null: nothing.',
  })
  get userAgent(): string | null {
    return this.session.userAgent;
  }

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  get createdAt(): Instant {
    return this.session.createdAt;
  }

  @Field(() => DateTimeScalar, { description: 'When it was last used, give or take a minute.' })
  get lastUsedAt(): Instant {
    return this.session.lastUsedAt;
  }

  @Field(() => DateTimeScalar, { description: 'When it ends by itself, in real time.' })
  get expiresAt(): Instant {
    return this.session.expiresAt;
  }
}
