import { Field, InputType } from 'type-graphql';

@InputType('ChangePasswordInput', { description: "A change of the caller's own password." })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present password.' })
  readonly currentPassword!: string;

  @Field(() => String, { description: 'The new one: 12 to 200 characters, and not a common one.' })
  readonly newPassword!: string;
}
