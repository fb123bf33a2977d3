import type { IncomingHttpHeaders } from 'node:http';
import { CloseCode } from 'graphql-ws';
import { UnauthenticatedError, UnavailableError } from '../domain/errors.js';
import type { Visit } from '../resolvers/context.js';
import type { Credentials, Identity } from '../services/credentials/identity.js';
import type { Admission } from './admission/admission.js';
import { bearerOfSocket } from './admission/bearer-token.js';
import { isTrustedOrigin } from './admission/origin-policy.js';
import { sessionTokenIn } from './admission/session-cookie.js';
import type { ServiceState } from './service-state.js';
import { SocketClosure, TRY_AGAIN_LATER } from './socket-closure.js';

/** What a socket is told when its credential is lost. */
const REASONS = {
  EXPIRED: 'Credential expired',
  REVOKED: 'Credential revoked or changed',
} as const;

/** What is known of a socket before it says a word, and the means to end it. */
export interface SocketArrival {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  readonly admission: Admission;
  readonly state: ServiceState;
  readonly end: (code: number, reason: string) => void;
  /** Resolves when the network has taken the text. */
  readonly send: (text: string) => Promise<void>;
}

/** Whoever is at the other end of a websocket: let in by a credential, for as long as that is good. */
export class SocketGuest {
  private identity: Identity | null = null;
  private release = (): void => undefined;
  private hasLeft = false;

  constructor(private readonly arrival: SocketArrival) {}

  get requestId(): string {
    return this.arrival.requestId;
  }

  /** Lets in whoever shows a good credential. Throws SocketClosure for everybody else. */
  async introduce(params: Readonly<Record<string, unknown>>): Promise<void> {
    const { admission, end } = this.arrival;
    const identity = await this.identify(this.credentialsIn(params));
    if (identity === null) throw forbidden();
    if (this.hasLeft) return;
    this.identity = identity;
    this.release = admission.credentials.hold(identity, (why) => {
      this.leave();
      end(CloseCode.Forbidden, REASONS[why]);
    });
  }

  /** Of one operation. Throws UnauthenticatedError where the credential is no longer good. */
  visit(): Visit {
    const { requestId, address, headers } = this.arrival;
    const { identity } = this;
    if (identity === null) throw new UnauthenticatedError('Introduce yourself again.');
    return {
      identity,
      origin: address,
      userAgent: headers['user-agent'] ?? null,
      requestId,
      keepSession: () => undefined,
      forgetSession: () => undefined,
    };
  }

  /** Sends a message of the protocol as it is; resolves when the network has taken it. */
  send(text: string): Promise<void> {
    return this.arrival.send(text);
  }

  /** The socket is closed, or about to be: it may do nothing any more. */
  leave(): void {
    this.hasLeft = true;
    this.identity = null;
    this.release();
  }

  private async identify(credentials: Credentials): Promise<Identity | null> {
    const { admission, state } = this.arrival;
    try {
      const refusal = state.refusal();
      if (refusal) throw refusal;
      return await state.guard(admission.credentials.identify(credentials));
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      throw new SocketClosure(TRY_AGAIN_LATER, 'Try again later');
    }
  }

  /** A browser sends its cookie from whatever page, so that its session counts on trusted ones only. */
  private credentialsIn(params: Readonly<Record<string, unknown>>): Credentials {
    const { headers, admission } = this.arrival;
    const bearer = bearerOfSocket(params);
    if (bearer !== null) return { bearer, session: null };
    const session = sessionTokenIn(headers);
    if (session === null) throw new SocketClosure(CloseCode.Unauthorized, 'Unauthorized');
    if (!isTrustedOrigin(headers, admission.policy)) throw forbidden();
    return { bearer: null, session };
  }
}

function forbidden(): SocketClosure {
  return new SocketClosure(CloseCode.Forbidden, 'Forbidden');
}
