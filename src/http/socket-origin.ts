import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a websocket may be opened from where it comes: not by a browser that shows somebody else's
 * page, as browsers ask nobody before they connect. Other clients name no origin.
 */
export function mayConnect(
  { origin, host }: IncomingHttpHeaders,
  allowedOrigins: readonly string[],
): boolean {
  if (origin === undefined || allowedOrigins.includes(origin)) return true;
  return URL.parse(origin)?.host === host;
}
