import { Field, InputType } from 'type-graphql';

@InputType('UpdateAgencyInput', { description: "A change of the caller's own agency." })
export class UpdateAgencyInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  readonly name!: string;
}
