import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * Declares a statement that runs often: each connection prepares it once and then only binds
 * values. Declare statements as module constants; the registry is as large as the source code.
 */
export function statement(text: string): string {
  names.set(text, `p_${createHash('sha1').update(text).digest('hex').slice(0, 16)}`);
  return text;
}

/** The name under which a declared statement is prepared; undefined for any other text. */
export function preparedName(text: string): string | undefined {
  return names.get(text);
}
