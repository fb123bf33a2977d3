const BYTES = 16;

/**
 * A key that nobody else has, for a request that may be sent twice and must be done once. Works on
 * pages without TLS too, where browsers do not offer `crypto.randomUUID`.
 */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
