import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** Finds some of those whose names have a text; of an empty one, the first of all. */
export interface SearchOnServer<Choice> {
  /** What the choices are called in the cache; another one for each way to narrow them down. */
  readonly queryKey: readonly unknown[];
  readonly load: (search: string, signal: AbortSignal) => Promise<readonly Choice[]>;
}

/** What the server finds; what it found before stays until then. */
export function useServerChoices<Choice>(
  { queryKey, load }: SearchOnServer<Choice>,
  search: string,
): { readonly choices: readonly Choice[]; readonly isFetching: boolean } {
  const { data, isFetching } = useQuery({
    queryKey: [...queryKey, search],
    queryFn: ({ signal }) => load(search, signal),
    placeholderData: keepPreviousData,
  });
  return { choices: data ?? [], isFetching };
}
