import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import {
  type BrandRowFragment,
  ResetBrandBudgetDocument,
  UpdateBrandDocument,
} from '../../client/generated/graphql.js';
import { accepted } from '../../kit/form/refusal.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';
import { type BrandAct, describeAct } from './brand-acts.js';

/** An act, and why it is done if somebody said so. */
export interface AskedAct {
  readonly act: BrandAct;
  readonly reason: string | null;
}

/** Does something with a brand, says so, and reads again whatever shows it. */
export function useBrandAct(brand: BrandRowFragment): UseMutationResult<void, unknown, AskedAct> {
  const { send } = useClient();
  const queries = useQueryClient();
  const { id } = brand;
  return useMutation({
    mutationFn: async ({ act, reason }: AskedAct) => {
      if (act.kind === 'reset') {
        const sent = await send(ResetBrandBudgetDocument, { id, period: act.period, reason });
        accepted(sent.resetBrandBudget);
      } else {
        const sent = await send(UpdateBrandDocument, { input: { id, status: act.status }, reason });
        accepted(sent.updateBrand);
      }
    },
    onSuccess: (_, { act }) => {
      notifySuccess(describeAct(act, brand).done);
    },
    onError: notifyFailure,
    onSettled: async () => {
      const keys = [['brands'], ['brand', id], ['campaigns']];
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
