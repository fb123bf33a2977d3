import {
  IconArchive,
  IconArchiveOff,
  IconPlayerPause,
  IconPlayerPlay,
  IconRotate,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import {
  type BudgetPeriod,
  type DesiredStatus,
  ResetBudgetsDocument,
  UpdateCampaignDocument,
} from '../../client/generated/graphql.js';
import type { MenuAction } from '../../kit/action-menu.js';
import { accepted } from '../../kit/form/refusal.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';

/** Something that can be done with one campaign, after a question. */
export interface CampaignAction {
  readonly id: 'activate' | 'pause' | 'reset-day' | 'reset-month' | 'archive' | 'restore';
  /** A verb. */
  readonly label: string;
  readonly icon: MenuAction['icon'];
  /** The question before it. */
  readonly question: string;
  /** What it means. */
  readonly meaning: string;
  /** What is said once it is done. */
  readonly done: string;
  readonly isDangerous: boolean;
  /** Does it. Throws a `Refusal` where the server says no. */
  readonly run: (reason: string | null) => Promise<unknown>;
}

/** The campaign that actions are for. */
export interface Actionable {
  readonly id: string;
  readonly name: string;
  readonly desiredStatus: DesiredStatus;
}

/** What the viewer may do with a campaign as it is now. */
export function useCampaignActions({
  id,
  name,
  desiredStatus,
}: Actionable): readonly CampaignAction[] {
  const { send } = useClient();
  const may = useMay();
  const mayWrite = may('campaign:write');
  const mayReset = may('budget:reset');
  return useMemo(() => {
    const ask = async (status: DesiredStatus, reason: string | null): Promise<void> => {
      const input = { id, desiredStatus: status };
      accepted((await send(UpdateCampaignDocument, { input, reason })).updateCampaign);
    };
    const reset = async (period: BudgetPeriod, reason: string | null): Promise<void> => {
      const sent = await send(ResetBudgetsDocument, { ids: [id], period, reason });
      const refused = accepted(sent.resetBudgets).results.flatMap(({ userErrors }) => userErrors);
      if (refused.length > 0) throw new Error(refused.map(({ message }) => message).join(' '));
    };
    const isArchived = desiredStatus === 'ARCHIVED';
    return [
      ...(mayWrite ? statusActions({ name, desiredStatus }, ask) : []),
      ...(mayReset && !isArchived ? resetActions(name, reset) : []),
      ...(mayWrite ? [isArchived ? restoring(name, ask) : archiving(name, ask)] : []),
    ];
  }, [send, id, name, desiredStatus, mayWrite, mayReset]);
}

/** As a menu offers them; `ask` is called with the one that was chosen. */
export function menuActionsOf(
  actions: readonly CampaignAction[],
  ask: (action: CampaignAction) => void,
): readonly MenuAction[] {
  return actions.map((action) => ({
    label: action.label,
    icon: action.icon,
    isDangerous: action.id === 'archive',
    onClick: () => {
      ask(action);
    },
  }));
}

type Ask = (status: DesiredStatus, reason: string | null) => Promise<void>;

function statusActions(
  { name, desiredStatus }: Omit<Actionable, 'id'>,
  ask: Ask,
): readonly CampaignAction[] {
  if (desiredStatus === 'ARCHIVED') return [];
  if (desiredStatus === 'PAUSED') {
    return [
      {
        id: 'activate',
        label: 'Activate',
        icon: IconPlayerPlay,
        question: `Activate ${name}?`,
        meaning: 'It runs whenever its budgets, its flight and its schedule allow.',
        done: `${name} is activated.`,
        isDangerous: false,
        run: (reason) => ask('ACTIVE', reason),
      },
    ];
  }
  return [
    {
      id: 'pause',
      label: 'Pause',
      icon: IconPlayerPause,
      question: `Pause ${name}?`,
      meaning: 'It does not run until a person activates it again.',
      done: `${name} is paused.`,
      isDangerous: false,
      run: (reason) => ask('PAUSED', reason),
    },
  ];
}

function resetActions(
  name: string,
  reset: (period: BudgetPeriod, reason: string | null) => Promise<void>,
): readonly CampaignAction[] {
  return (['DAY', 'MONTH'] as const).map((period) => {
    const word = period === 'DAY' ? 'day' : 'month';
    return {
      id: `reset-${word}` as const,
      label: `Reset ${word}`,
      icon: IconRotate,
      question: `Reset this ${word} of ${name}?`,
      meaning: `What it spent this ${word} no longer counts against its cap, so that it may spend it once more. The ledger keeps all of it.`,
      done: `This ${word} of ${name} begins at zero again.`,
      isDangerous: true,
      run: (reason) => reset(period, reason),
    };
  });
}

function archiving(name: string, ask: Ask): CampaignAction {
  return {
    id: 'archive',
    label: 'Archive',
    icon: IconArchive,
    question: `Archive ${name}?`,
    meaning: 'It stops, and leaves the lists. Its history stays, and it can be restored.',
    done: `${name} is archived.`,
    isDangerous: true,
    run: (reason) => ask('ARCHIVED', reason),
  };
}

function restoring(name: string, ask: Ask): CampaignAction {
  return {
    id: 'restore',
    label: 'Restore',
    icon: IconArchiveOff,
    question: `Restore ${name}?`,
    meaning: 'It comes back paused, so that nothing is spent before you activate it.',
    done: `${name} is restored, and paused.`,
    isDangerous: false,
    run: (reason) => ask('PAUSED', reason),
  };
}
