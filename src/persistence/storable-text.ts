/**
 * Whether PostgreSQL can hold the text. What it cannot hold (a NUL, half of a surrogate pair) is in
 * no row, so nothing matches it.
 */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
