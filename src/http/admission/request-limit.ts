import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimitedError } from '../../domain/errors.js';
import type { Visit } from '../../resolvers/context.js';

/** Whom an operation counts for. */
export type Sender = Pick<Visit, 'identity' | 'origin'>;

/** How many operations an address may send a minute without a credential, such as to sign in. */
const ANONYMOUS_PER_MINUTE = 60;
const MINUTE_SECONDS = 60;
const MS_PER_SECOND = 1000;

/** How many operations each key, each person and each stranger's address may send a minute. */
export class RequestLimit {
  private readonly known: RateLimiterMemory | null;
  private readonly strangers = limiter(ANONYMOUS_PER_MINUTE);

  /** 0: any number, for those who have a credential. */
  constructor(private readonly perMinute: number) {
    this.known = perMinute === 0 ? null : limiter(perMinute);
  }

  /** Counts one operation. Throws RateLimitedError once there are too many. */
  async count({ identity, origin }: Sender): Promise<void> {
    if (identity === null) {
      await this.consume(this.strangers, origin);
      return;
    }
    const { credential } = identity;
    const holder = credential.kind === 'KEY' ? credential.id : credential.personId;
    if (this.known !== null) await this.consume(this.known, holder);
  }

  private async consume(counter: RateLimiterMemory, sender: string): Promise<void> {
    try {
      await counter.consume(sender);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const waitSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / MS_PER_SECOND));
      const limit = counter === this.known ? this.perMinute : ANONYMOUS_PER_MINUTE;
      throw new RateLimitedError(
        `You may send ${limit} operations a minute. Send more in ${waitSeconds} s.`,
        waitSeconds,
      );
    }
  }
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
}
