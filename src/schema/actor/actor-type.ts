import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor, ActorKind } from '../../domain/access/caller.js';
import { ActorKindEnum } from './actor-kind-enum.js';

@ObjectType('Actor', { description: 'Who did something.' })
export class ActorType implements Actor {
  @Field(() => ActorKindEnum, { description: 'What kind of actor.' })
  readonly kind!: ActorKind;

  @Field(() => ID, {
    nullable: true,
    description: "The person's or key's id; null for the system.",
  })
  readonly id!: string | null;

  @Field(() => String, { description: 'The person\'s or key\'s name, or "Paceline".' })
  readonly name!: string;
}
