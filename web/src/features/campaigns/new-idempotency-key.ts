const KEY_BYTES = 16;

/** A key that no other form has: retries of the same form are one change. */
export function newIdempotencyKey(): string {
  // Not randomUUID: browsers keep that from pages that are not served over TLS.
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return `console-${Array.from(bytes, hex).join('')}`;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
