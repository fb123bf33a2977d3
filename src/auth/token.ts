import { hash, randomBytes } from 'node:crypto';

/** As much as a SHA-256 digest can tell apart: nobody guesses it. */
const TOKEN_BYTES = 32;
const PREFIX_BYTES = 4;

/** A new secret for a session or a one-time link: 43 characters that a URL can hold. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** A new API key: its token, and how it begins, by which people recognise it. */
export function newKeyToken(): { readonly token: string; readonly prefix: string } {
  const prefix = `pcl_${randomBytes(PREFIX_BYTES).toString('hex')}`;
  return { token: `${prefix}_${newToken()}`, prefix };
}

/** What is kept of a token: its SHA-256 digest in hexadecimal. A long random secret needs no salt. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}
