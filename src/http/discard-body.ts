import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

const MAX_DISCARDED_BYTES = 128 * 1024 * 1024;
const MAX_DISCARD_MS = 10_000;

/**
 * Reads the rest of a refused body and forgets it: many clients read no answer before they have sent
 * everything, and would see a broken connection instead. Gives up on senders that are slow or endless.
 */
export async function discardBody(request: IncomingMessage): Promise<void> {
  const enough = new AbortController();
  const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(MAX_DISCARD_MS)]);
  let discarded = 0;
  const count = (chunk: Buffer): void => {
    discarded += chunk.length;
    if (discarded > MAX_DISCARDED_BYTES) enough.abort();
  };
  request.on('data', count);
  request.resume();
  await finished(request, { signal, cleanup: true }).catch(() => undefined);
  request.off('data', count);
}
