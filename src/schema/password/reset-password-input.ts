import { Field, InputType } from 'type-graphql';

@InputType('ResetPasswordInput', { description: 'The use of a link to set a password.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The token in the link.' })
  readonly token!: string;

  @Field(() => String, { description: 'The password: 12 to 200 characters, and not a common one.' })
  readonly password!: string;
}
