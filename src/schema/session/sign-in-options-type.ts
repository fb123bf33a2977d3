import { Field, ObjectType } from 'type-graphql';

@ObjectType('SignInOptions', {
  description: 'How people can sign in, besides with an e-mail address and a password.',
})
export class SignInOptionsType {
  @Field(() => Boolean, {
    description: 'With an OpenID Connect provider: it begins at /auth/oidc/start.',
  })
  readonly openIdConnect!: boolean;
}
