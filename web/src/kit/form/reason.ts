/** What the server keeps of a reason. */
export const MAX_REASON_LENGTH = 500;

/** A reason as it is sent; null: none was given. */
export function reasonOf(text: string): string | null {
  const reason = text.trim();
  return reason === '' ? null : reason;
}
