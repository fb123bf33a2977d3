/** An OpenID Connect provider, and what it knows this Paceline by. */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

type Partly<T> = { readonly [K in keyof T]: T[K] | null };

const VARIABLES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];

/** The provider; null if there is none. */
export function providerOf(read: Partly<ProviderConfig>): ProviderConfig | null {
  const { issuer, clientId, clientSecret } = read;
  if (issuer === null || clientId === null || clientSecret === null) return null;
  return { issuer, clientId, clientSecret };
}

/** What is missing of a provider that is only half described: it must not be taken for none. */
export function missingOfProvider(
  given: Readonly<Record<string, string | undefined>>,
): { readonly variable: string; readonly value: string; readonly rule: string }[] {
  const present = VARIABLES.filter((variable) => given[variable] !== undefined);
  if (present.length === 0) return [];
  const rule = `must be set with ${present.join(' and ')}`;
  return VARIABLES.filter((variable) => !present.includes(variable)).map((variable) => ({
    variable,
    value: '',
    rule,
  }));
}
