import { IconPlayerPause, IconPlayerPlay, IconRotate } from '@tabler/icons-react';
import { useMemo } from 'react';
import {
  ActivateCampaignsDocument,
  type BulkOutcomeFragment,
  PauseCampaignsDocument,
  ResetBudgetsDocument,
} from '../../client/generated/graphql.js';
import { accepted } from '../../kit/form/refusal.js';
import type { BulkAction } from '../../kit/list/bulk-bar.js';
import type { BulkOutcome } from '../../kit/list/use-selection.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';

const ICON_SIZE = 16;

/** What the viewer may do with many campaigns at once. */
export function useBulkActions(): readonly BulkAction[] {
  const { send } = useClient();
  const may = useMay();
  const mayWrite = may('campaign:write');
  const mayReset = may('budget:reset');
  return useMemo(() => {
    const changes: readonly BulkAction[] = [
      {
        id: 'activate',
        label: 'Activate',
        icon: <IconPlayerPlay size={ICON_SIZE} aria-hidden />,
        describe: (count) => `Activate ${campaigns(count)}?`,
        run: async (ids, reason) => {
          const sent = await send(ActivateCampaignsDocument, { ids: [...ids], reason });
          return outcomesOf(sent.activateCampaigns);
        },
      },
      {
        id: 'pause',
        label: 'Pause',
        icon: <IconPlayerPause size={ICON_SIZE} aria-hidden />,
        describe: (count) => `Pause ${campaigns(count)}?`,
        run: async (ids, reason) => {
          const sent = await send(PauseCampaignsDocument, { ids: [...ids], reason });
          return outcomesOf(sent.pauseCampaigns);
        },
      },
    ];
    const resets = (['DAY', 'MONTH'] as const).map((period): BulkAction => {
      const name = period === 'DAY' ? 'day' : 'month';
      return {
        id: `reset-${name}`,
        label: `Reset ${name}`,
        icon: <IconRotate size={ICON_SIZE} aria-hidden />,
        describe: (count) => `Set this ${name}’s spend of ${campaigns(count)} to zero again?`,
        isDangerous: true,
        run: async (ids, reason) => {
          const sent = await send(ResetBudgetsDocument, { ids: [...ids], period, reason });
          return outcomesOf(sent.resetBudgets);
        },
      };
    });
    return [...(mayWrite ? changes : []), ...(mayReset ? resets : [])];
  }, [send, mayWrite, mayReset]);
}

function campaigns(count: number): string {
  return count === 1 ? '1 campaign' : `${count} campaigns`;
}

function outcomesOf(payload: BulkOutcomeFragment): readonly BulkOutcome[] {
  return accepted(payload).results.map(({ id, userErrors }) => ({
    id,
    refusal: userErrors.length === 0 ? null : userErrors.map(({ message }) => message).join(' '),
  }));
}
