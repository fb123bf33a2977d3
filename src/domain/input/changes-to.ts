/** Wanted values by field; undefined: as it is. */
export type Wanted<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Those of the wanted values that are not what is there already. */
export function changesTo<T extends object>(current: T, wanted: Wanted<T>): Partial<T> {
  const changes: Partial<T> = {};
  for (const key in wanted) {
    const value = wanted[key];
    if (value !== undefined && value !== current[key]) changes[key] = value;
  }
  return changes;
}
