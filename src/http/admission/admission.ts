import type { IncomingHttpHeaders } from 'node:http';
import { UnauthenticatedError } from '../../domain/errors.js';
import type { CredentialWatch } from '../../services/credentials/credential-watch.js';
import type { Credentials, Identity } from '../../services/credentials/identity.js';
import { bearerIn } from './bearer-token.js';
import { CrossSiteError } from './cross-site-error.js';
import { isCrossSite, type OriginPolicy } from './origin-policy.js';
import { RequestLimit } from './request-limit.js';
import { sessionTokenIn } from './session-cookie.js';
import { type Trust, trustIn } from './trusted-proxies.js';

/** What the doors need in order to tell who is there. */
export interface AdmissionSettings extends OriginPolicy {
  readonly credentials: Pick<CredentialWatch, 'identify' | 'hold'>;
  /** How many proxies are before us, or where they are. */
  readonly trustProxy: number | readonly string[];
  /** How many operations a key or a person may send a minute; 0: any number. */
  readonly requestsPerMinute: number;
}

/** Who may come in, for all of the doors. */
export class Admission {
  readonly limit: RequestLimit;
  /** Null: there is no proxy before us. */
  readonly trusts: Trust | null;
  readonly policy: OriginPolicy;
  readonly credentials: AdmissionSettings['credentials'];

  constructor(settings: AdmissionSettings) {
    this.limit = new RequestLimit(settings.requestsPerMinute);
    this.trusts = settings.trustProxy === 0 ? null : trustIn(settings.trustProxy);
    this.policy = settings;
    this.credentials = settings.credentials;
  }

  /**
   * Who sends a request that may show or change something: by its key, or else by its session; null:
   * nobody we know. Throws UnauthenticatedError for a key that is none of ours, CrossSiteError for
   * what a session must not be used for.
   */
  async identify(headers: IncomingHttpHeaders): Promise<Identity | null> {
    const bearer = bearerIn(headers.authorization);
    if (bearer !== null) return this.keyHolder(bearer);
    if (isCrossSite(headers, this.policy)) throw new CrossSiteError();
    return this.known({ bearer: null, session: sessionTokenIn(headers) });
  }

  /** Who asks for a page, which does no harm wherever the link to it was; null: nobody we know. */
  async recognise(headers: IncomingHttpHeaders): Promise<Identity | null> {
    const bearer = bearerIn(headers.authorization);
    return this.known({ bearer, session: bearer === null ? sessionTokenIn(headers) : null });
  }

  private async keyHolder(bearer: string): Promise<Identity> {
    const identity = await this.known({ bearer, session: null });
    if (identity === null)
      throw new UnauthenticatedError('This key is unknown, or no longer good.');
    return identity;
  }

  private async known(credentials: Credentials): Promise<Identity | null> {
    const { bearer, session } = credentials;
    return (bearer ?? session ?? '') === '' ? null : this.credentials.identify(credentials);
  }
}
