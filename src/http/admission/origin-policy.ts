import type { IncomingHttpHeaders } from 'node:http';

/** Where we are, and who else is trusted with our visitors' sessions. */
export interface OriginPolicy {
  readonly publicUrl: () => string;
  readonly allowedOrigins: readonly string[];
}

/** What browsers say of requests that our own pages, or their users themselves, have sent. */
const OWN_SITES: ReadonlySet<unknown> = new Set(['same-origin', 'none']);

/** Whether an origin is ours: the public one, or that of the address at which we were asked. */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, policy: OriginPolicy): boolean {
  if (origin === undefined) return false;
  if (origin === policy.publicUrl()) return true;
  return host !== undefined && URL.parse(origin)?.host === host;
}

/** Whether a page at the request's origin may use a session: ours or an allowed one. */
export function isTrustedOrigin(headers: IncomingHttpHeaders, policy: OriginPolicy): boolean {
  return isAllowedOrigin(headers, policy) || isOwnOrigin(headers, policy);
}

/** Whether the request comes from a page of an origin that is allowed besides ours. */
export function isAllowedOrigin(
  { origin }: IncomingHttpHeaders,
  { allowedOrigins }: OriginPolicy,
): boolean {
  return origin !== undefined && allowedOrigins.includes(origin);
}

/**
 * Whether a browser that keeps a session may have been made to send this by somebody else's page.
 * Clients that are no browsers name neither an origin nor a site.
 */
export function isCrossSite(headers: IncomingHttpHeaders, policy: OriginPolicy): boolean {
  if (isAllowedOrigin(headers, policy)) return false;
  if (!isFromOwnSite(headers)) return true;
  return headers.origin !== undefined && !isOwnOrigin(headers, policy);
}

/** Whether nobody else's page is known to have made the browser ask. */
export function isFromOwnSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || OWN_SITES.has(site);
}
