import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimitedError } from '../domain/errors.js';
import { pruneSignInAttempts } from '../persistence/queries/prune-sign-in-attempts.js';
import type { Sql } from '../persistence/unit-of-work.js';
import { addressBlock } from './address-block.js';

/** So many failures in so many seconds, which begin with the first. */
export interface AttemptLimit {
  readonly failures: number;
  readonly perSeconds: number;
}

export interface SignInLimits {
  readonly perAccount: AttemptLimit;
  readonly perAddress: AttemptLimit;
}

const QUARTER_OF_AN_HOUR = 900;

/** How often somebody may be wrong. */
export const SIGN_IN_LIMITS: SignInLimits = {
  // Enough for whoever tries all their passwords; a guesser gets through a thousand in a day.
  perAccount: { failures: 10, perSeconds: QUARTER_OF_AN_HOUR },
  // An office is behind one address; a guesser of many accounts is too.
  perAddress: { failures: 50, perSeconds: QUARTER_OF_AN_HOUR },
};

/** An attempt to show who one is: which account, known or not, and from where. */
export interface Attempt {
  readonly account: string;
  readonly origin: string;
}

/**
 * Counts attempts to sign in, in the database and so over all processes. Each counts as a failure from
 * its beginning, so that many at once are no way around the limits, until it has succeeded.
 */
export class SignInAttempts {
  private readonly accounts: RateLimiterPostgres;
  private readonly addresses: RateLimiterPostgres;

  constructor(
    private readonly sql: Sql,
    { perAccount, perAddress }: SignInLimits,
  ) {
    this.accounts = limiter(sql, 'account', perAccount);
    this.addresses = limiter(sql, 'address', perAddress);
  }

  /** Begins an attempt. Throws RateLimitedError if too many have failed. */
  async begin(attempt: Attempt): Promise<void> {
    await pruneSignInAttempts(this.sql);
    // The address first: one that is over its limit can lock nobody's account.
    await consume(this.addresses, addressKey(attempt));
    await consume(this.accounts, accountKey(attempt));
  }

  /** It has succeeded: the account's failures are forgotten, and the address has one less. */
  async succeed(attempt: Attempt): Promise<void> {
    await this.accounts.delete(accountKey(attempt));
    await this.addresses.reward(addressKey(attempt));
  }

  /** Forgets an account's failures: they have shown otherwise who they are. */
  async clear({ account }: Pick<Attempt, 'account'>): Promise<void> {
    await this.accounts.delete(accountKey({ account }));
  }
}

function limiter(sql: Sql, keyPrefix: string, { failures, perSeconds }: AttemptLimit) {
  return new RateLimiterPostgres({
    storeClient: clientOf(sql),
    storeType: 'client',
    tableName: 'sign_in_attempt',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points: failures,
    duration: perSeconds,
  });
}

/** What the library needs of a connection, in the scope that statements of ours have. */
function clientOf(sql: Sql) {
  return {
    query: async ({ text, values }: { text: string; values: readonly unknown[] }) => {
      const rows = await sql.rows(text, values);
      return { rows, rowCount: rows.length };
    },
  };
}

async function consume(counter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw new RateLimitedError(
      'Too many attempts to sign in have failed: try again later.',
      seconds,
    );
  }
}

/** As digests they have one length, and the table tells nobody who tried what. */
function accountKey({ account }: Pick<Attempt, 'account'>): string {
  return digestOf(account);
}

function addressKey({ origin }: Pick<Attempt, 'origin'>): string {
  return digestOf(addressBlock(origin));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}
