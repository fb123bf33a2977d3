import type { EntryId } from '../ids.js';
import type { Instant } from '../time/instant.js';

/**
 * An entry is recorded at most minutes before it occurs; a machine's clock that was put back may
 * add to that. A day is far beyond both and costs a search next to nothing.
 */
const RECORDED_BEFORE_OCCURRED_MS = 86_400_000;
const MAX_INSTANT = 2 ** 48 - 1;

/**
 * An id below those of all entries that occurred at `from` or later: ids begin with the instant at
 * which the entry was recorded.
 */
export function firstEntryIdSince(from: Instant): EntryId {
  const recordedAt = Math.min(Math.max(from - RECORDED_BEFORE_OCCURRED_MS, 0), MAX_INSTANT);
  const time = recordedAt.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}
