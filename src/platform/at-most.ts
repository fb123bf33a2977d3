/**
 * Does a piece of work for each item, begun in their order, at most so many at a time. After a failure
 * no other is begun; throws it when those under way have ended.
 */
export async function atMost<Item>(
  limit: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    for (const item of waiting) {
      if (hasFailed) return;
      await work(item).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: limit }, lane));
  for (const outcome of ended) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}
