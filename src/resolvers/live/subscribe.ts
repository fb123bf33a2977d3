import type {
  BrandSpendUpdate,
  SpendUpdate,
  StatusChangeUpdate,
} from '../../domain/live/updates.js';
import { watchBrandSpend, watchSpend, watchStatusChanges } from '../../events/topics.js';
import type { GraphContext } from '../context.js';
import { optionalUuid } from '../decode-ids.js';
import { deliveriesOf, type Delivery } from './deliveries.js';
import { type WatchArgs, watchFilter } from './watch-filter.js';

/** What a subscription begins with. */
interface Start {
  readonly args: WatchArgs & { readonly after?: string | null };
  readonly context: GraphContext;
}

export function subscribeToStatusChanges({
  args,
  context,
}: Start): AsyncIterable<Delivery<StatusChangeUpdate>> {
  const { kernel, caller } = context;
  const request = { ...watchFilter(args), after: optionalUuid('change', args.after) };
  return deliveriesOf(watchStatusChanges(kernel.live, caller, request));
}

export function subscribeToSpend({ args, context }: Start): AsyncIterable<Delivery<SpendUpdate>> {
  return deliveriesOf(watchSpend(context.kernel.live, context.caller, watchFilter(args)));
}

export function subscribeToBrandSpend({
  args,
  context,
}: Start): AsyncIterable<Delivery<BrandSpendUpdate>> {
  return deliveriesOf(watchBrandSpend(context.kernel.live, context.caller, watchFilter(args)));
}
