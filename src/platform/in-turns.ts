/** How many are dealt with before everything else that waits gets its turn. */
const AT_A_TIME = 4;

/**
 * Does something for each, from the next turn of the event loop on, a few in each turn: what a long row of
 * callers does with its answers would hold up whoever else has been heard from meanwhile. `act` must not throw.
 */
export function inTurns<Item>(items: readonly Item[], act: (item: Item) => void): void {
  if (items.length === 0) return;
  setImmediate(() => {
    items.slice(0, AT_A_TIME).forEach(act);
    inTurns(items.slice(AT_A_TIME), act);
  });
}
