import type { IncomingHttpHeaders } from 'node:http';

/** Whether a person asks: browsers say that they would like a page, programs do not. */
export function wantsPage({ accept }: IncomingHttpHeaders): boolean {
  return /\btext\/html\b/.test(accept ?? '');
}
