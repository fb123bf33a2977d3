import { Field, InputType } from 'type-graphql';

@InputType('AcceptInvitationInput', { description: 'The use of an invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: "The token in the invitation's link." })
  readonly token!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of a person who is new here, 1 to 200 characters.',
  })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A password for a person who is new here, 12 to 200 characters. The present one of a person who is known; not needed where they are signed in.',
  })
  readonly password?: string | null;
}
