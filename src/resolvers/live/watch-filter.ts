import { InputError } from '../../domain/errors.js';
import type { IdKind } from '../../domain/ids.js';
import type { WatchFilter } from '../../domain/live/updates.js';
import { uuidOf } from '../decode-ids.js';

type Given<T> = T | null | undefined;

/** What is to be watched, as it was sent. */
export interface WatchArgs {
  readonly brandId?: Given<string>;
  readonly brandIds?: Given<readonly string[]>;
  readonly campaignId?: Given<string>;
  readonly campaignIds?: Given<readonly string[]>;
}

/** What a screen shows at once, and a subscription costs in each process. */
const MAX_WATCHED_IDS = 100;

/** What is to be watched. Throws an InputError where a list names more than a screen shows. */
export function watchFilter(args: WatchArgs): WatchFilter {
  return {
    brands: watched('brand', { one: args.brandId, many: args.brandIds }),
    campaigns: watched('campaign', { one: args.campaignId, many: args.campaignIds }),
  };
}

/** The uuids of what is both the one and among the many, as far as they are given; null: any. */
function watched(
  kind: IdKind,
  { one, many }: { readonly one: Given<string>; readonly many: Given<readonly string[]> },
): ReadonlySet<string> | null {
  const uuids = (ids: readonly string[]) => new Set(ids.map((id) => uuidOf(kind, id)));
  const single = typeof one === 'string' ? uuids([one]) : null;
  if (!many) return single;
  if (many.length > MAX_WATCHED_IDS) {
    const message = `At most ${MAX_WATCHED_IDS} can be watched by their ids, not ${many.length}.`;
    throw new InputError([`${kind}Ids`], message);
  }
  return single?.intersection(uuids(many)) ?? uuids(many);
}
