import { UnavailableError } from '../domain/errors.js';
import { sqlStateOf } from './retry.js';

const RETRY_AFTER_SECONDS = 1;

/** SQLSTATE classes and codes, and socket errors, that mean "no database", not "bad statement". */
const CONNECTION_CLASS = '08';
const GONE_CODES: ReadonlySet<string> = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the socket of the embedded database
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
const GONE_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|Connection ended/i;

/** Whether an error says that the database cannot be reached or went away. */
export function isDatabaseGone(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code !== undefined && (code.startsWith(CONNECTION_CLASS) || GONE_CODES.has(code)))
    return true;
  return Error.isError(error) && GONE_MESSAGES.test(error.message);
}

/** Turns the loss of the database into the answer that clients understand; rethrows the rest. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseGone(error)) throw error;
    throw new UnavailableError('The database cannot be reached.', RETRY_AFTER_SECONDS, {
      cause: error,
    });
  }
}
