import { randomBytes } from 'node:crypto';

/** A page for one response, with what it may do. */
export interface ConsolePage {
  readonly html: string;
  readonly policy: string;
}

const PLACEHOLDER = '__CSP_NONCE__';
const NONCE_BYTES = 18;

/** Makes the console's page from what was built, with another nonce each time. */
export function consolePages(template: string): () => ConsolePage {
  const parts = template.split(PLACEHOLDER);
  return () => {
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    return { html: parts.join(nonce), policy: policyFor(nonce) };
  };
}

/** Nothing from anywhere else, no style in the page itself but what knows the nonce, in nobody's frame. */
function policyFor(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    // Includes websockets of the same host and port.
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
