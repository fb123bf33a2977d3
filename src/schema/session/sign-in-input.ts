import { Field, InputType } from 'type-graphql';

@InputType('SignInInput', { description: 'Who signs in, and what proves it.' })
export class SignInInput {
  @Field(() => String, { description: 'An e-mail address, in any case.' })
  readonly email!: string;

  @Field(() => String, { description: 'The password.' })
  readonly password!: string;
}
