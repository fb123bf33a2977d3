import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

const NAME = 'paceline_openid';
const PATH = '/auth/oidc';
/** Signing in at the provider may take this long. */
const MAX_AGE_SECONDS = 600;
const MAX_LENGTH = 2_000;

const PENDING = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The page to go to afterwards. */
  next: z.string(),
});

/** A sign-in that has been begun, as its browser keeps it. */
export type PendingSignIn = Readonly<z.output<typeof PENDING>>;

/** The Set-Cookie header that lets the browser keep it; null: forget it. */
export function pendingCookie(pending: PendingSignIn | null, secure: boolean): string {
  const value = pending === null ? '' : Buffer.from(JSON.stringify(pending)).toString('base64url');
  const age = pending === null ? 0 : MAX_AGE_SECONDS;
  // Lax: the provider sends the browser back from another site.
  const attributes = [`Path=${PATH}`, 'HttpOnly', 'SameSite=Lax', `Max-Age=${age}`];
  return [`${NAME}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}

/** The sign-in that this browser has begun; null: none, or too long ago. */
export function pendingIn({ cookie = '' }: IncomingHttpHeaders): PendingSignIn | null {
  const pair = cookie
    .split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(`${NAME}=`));
  const value = pair?.slice(NAME.length + 1) ?? '';
  if (value === '' || value.length > MAX_LENGTH) return null;
  try {
    const kept: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    const read = PENDING.safeParse(kept);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
