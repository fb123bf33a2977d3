/** How people can sign in, besides with an e-mail address and a password. */
export interface SignInOptions {
  /** Whether an OpenID Connect provider is set up. */
  readonly openIdConnect: boolean;
}
