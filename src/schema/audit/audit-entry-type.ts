import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor } from '../../domain/access/caller.js';
import type { LinkedFacts } from '../../domain/audit/chain.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { ActorType } from '../actor/actor-type.js';
import { NodeType } from '../node/node-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { JsonScalar } from '../scalars/json-scalar.js';

@ObjectType('AuditEntry', {
  implements: NodeType,
  description: 'One row of the append-only audit log: who changed what, from where and why.',
})
export class AuditEntryType implements NodeType {
  constructor(private readonly entry: LinkedFacts) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('audit', this.entry.id);
  }

  @Field(() => String, { description: "Its place in the agency's log, from 1, as a whole number." })
  get seq(): string {
    return String(this.entry.seq);
  }

  @Field(() => DateTimeScalar, { description: 'When.' })
  get at(): Instant {
    return this.entry.at;
  }

  @Field(() => ActorType, { description: 'Who.' })
  get actor(): Actor {
    return this.entry.actor;
  }

  @Field(() => String, {
    description: 'From where: the address of the request, or `command`, `job`, `start`.',
  })
  get origin(): string {
    return this.entry.origin;
  }

  @Field(() => String, { description: 'What was done, such as campaign.update.' })
  get action(): string {
    return this.entry.action;
  }

  @Field(() => String, { description: 'What kind of thing was changed, such as campaign.' })
  get objectKind(): string {
    return this.entry.object.kind;
  }

  @Field(() => ID, { nullable: true, description: 'Which one; null if there is only one.' })
  get objectId(): string | null {
    return this.entry.object.id;
  }

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The values that changed, as they were; null: there was nothing.',
  })
  get before(): unknown {
    return valueOf(this.entry.before);
  }

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The same values after it; null: there is nothing any more.',
  })
  get after(): unknown {
    return valueOf(this.entry.after);
  }

  @Field(() => String, { nullable: true, description: "Why, in the actor's own words." })
  get reason(): string | null {
    return this.entry.reason;
  }

  @Field(() => String, { description: 'The id of the request, as the log and its answer have it.' })
  get requestId(): string {
    return this.entry.requestId;
  }

  @Field(() => String, { description: 'The hash of the row before it.' })
  get previousHash(): string {
    return this.entry.previousHash;
  }

  @Field(() => String, { description: 'SHA-256 over the hash before it and all of its content.' })
  get hash(): string {
    return this.entry.hash;
  }
}

function valueOf(json: string | null): unknown {
  return json === null ? null : (JSON.parse(json) as unknown);
}
