/** The names of the values that differ. */
export function changedNames<Values extends object>(
  before: Values,
  after: Values,
): readonly (keyof Values & string)[] {
  const names = Object.keys(before) as (keyof Values & string)[];
  return names.filter((name) => before[name] !== after[name]);
}

/** What was typed, on top of what the server has by now. */
export function keepTyped<Values extends object>(
  typed: Values,
  { before, latest }: { readonly before: Values; readonly latest: Values },
): Values {
  const kept = changedNames(before, typed).map((name) => [name, typed[name]] as const);
  return { ...latest, ...Object.fromEntries(kept) };
}
