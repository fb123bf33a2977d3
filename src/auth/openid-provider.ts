import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { InputError, UnavailableError } from '../domain/errors.js';

/** Where the provider is, and what it knows this Paceline by. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What only the browser that began to sign in has: it proves that the answer is meant for it. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What the provider vouches for. */
export interface ProvenAccount {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case; null: it vouches for none. */
  readonly email: string | null;
}

const SCOPE = 'openid email profile';
const TIMEOUT_SECONDS = 10;
const RETRY_AFTER_SECONDS = 10;
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An OpenID Connect provider, found when it is first needed: authorization code flow with PKCE, state
 * and nonce. Plain http is spoken with a provider on this machine alone.
 */
export class OpenIdProvider {
  private configuration: Promise<Configuration> | null = null;

  constructor(private readonly settings: ProviderSettings) {}

  /** Where to send the browser, which comes back to `redirectUri`. Throws UnavailableError without the provider. */
  async begin(
    redirectUri: string,
  ): Promise<{ readonly url: string; readonly secrets: SignInSecrets }> {
    const configuration = await this.discover();
    const codeVerifier = randomPKCECodeVerifier();
    const secrets = { state: randomState(), nonce: randomNonce(), codeVerifier };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, secrets };
  }

  /** Who came back to `url`. Throws InputError for an answer that is not to what this browser began. */
  async finish(url: URL, secrets: SignInSecrets): Promise<ProvenAccount> {
    const configuration = await this.discover();
    let claims: IDToken | undefined;
    try {
      const tokens = await authorizationCodeGrant(configuration, url, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.codeVerifier,
        idTokenExpected: true,
      });
      claims = tokens.claims();
    } catch (cause) {
      throw Object.assign(new InputError(['code'], 'The provider did not confirm.'), { cause });
    }
    if (claims === undefined) throw new InputError(['code'], 'The provider named nobody.');
    return { issuer: claims.iss, subject: claims.sub, email: vouchedEmail(claims) };
  }

  private async discover(): Promise<Configuration> {
    this.configuration ??= this.ask();
    try {
      return await this.configuration;
    } catch (cause) {
      this.configuration = null;
      const message = 'The sign-in provider cannot be reached.';
      throw new UnavailableError(message, RETRY_AFTER_SECONDS, { cause });
    }
  }

  private ask(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    const execute = LOOPBACK.has(server.hostname) ? [allowInsecureRequests] : [];
    const options = { execute, timeout: TIMEOUT_SECONDS };
    return discovery(server, clientId, clientSecret, undefined, options);
  }
}

/** An address that anybody can enter at the provider proves nothing. */
function vouchedEmail({ email, email_verified: isVerified }: IDToken): string | null {
  return typeof email === 'string' && isVerified === true ? email.toLowerCase() : null;
}
