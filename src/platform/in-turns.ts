/**
 * Does something for each, from the next turn of the event loop on, so many in each turn: what a long row
 * of callers does with its answers would hold up whoever else has been heard from meanwhile. `act` must not
 * throw.
 */
export function inTurns<Item>(
  items: readonly Item[],
  perTurn: number,
  act: (item: Item) => void,
): void {
  if (items.length === 0) return;
  setImmediate(() => {
    items.slice(0, perTurn).forEach((item) => {
      act(item);
    });
    inTurns(items.slice(perTurn), perTurn, act);
  });
}
