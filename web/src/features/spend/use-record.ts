import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import type { SpendRecordedFragment } from '../../client/generated/graphql.js';
import { accepted } from '../../kit/form/refusal.js';

/** What shows money that was spent. */
const TOUCHED = [['spend-entries'], ['campaigns'], ['campaign'], ['brands'], ['brand']];

export interface Recording<Values> {
  readonly send: (values: Values) => Promise<SpendRecordedFragment>;
  readonly onError: (error: unknown) => void;
}

/** Records a spend or a refund, and reads again whatever shows it. */
export function useRecord<Values>({
  send,
  onError,
}: Recording<Values>): UseMutationResult<SpendRecordedFragment, unknown, Values> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (values: Values) => accepted(await send(values)),
    onError,
    onSettled: async () => {
      await Promise.all(TOUCHED.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
