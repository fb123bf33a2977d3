/**
 * Runs a task for each item, at most `limit` at the same time, in their order. Tasks are not to
 * throw. Once `signal` is aborted no further one is begun; resolves when those begun are done.
 */
export async function runBounded<Item>(
  items: readonly Item[],
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) {
      if (signal.aborted) return;
      await task(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
}
