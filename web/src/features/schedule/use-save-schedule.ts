import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DaypartingWindow } from '../../../../src/domain/schedule/window.js';
import {
  type ScheduleOfFragment,
  SetDaypartingScheduleDocument,
} from '../../client/generated/graphql.js';
import { describeError } from '../../kit/describe-error.js';
import { accepted, isConflict, Refusal } from '../../kit/form/refusal.js';
import { useClient } from '../../live/live-context.js';
import type { Draft } from './draft/draft.js';
import { toSent } from './draft/exchange.js';
import { type ReadSchedule, scheduleKey } from './use-schedule.js';

/** What is to be saved. */
export interface SaveRequest {
  readonly draft: Draft;
  readonly windows: readonly DaypartingWindow[];
  readonly version: number;
  readonly reason: string | null;
}

/** Why a draft was not saved. */
export interface SaveProblem {
  /** The draft that was sent: of another one it says nothing. */
  readonly draft: Draft;
  readonly isConflict: boolean;
  /** What belongs to no row. */
  readonly message: string | null;
  /** By the ids of the draft's rows. */
  readonly rows: ReadonlyMap<number, string>;
}

export interface SavingSchedule {
  readonly mutation: UseMutationResult<ScheduleOfFragment | null, Error, SaveRequest>;
  readonly problem: SaveProblem | null;
}

/** Saves a campaign's schedule; what is refused changes nothing, and is told by the row at fault. */
export function useSaveSchedule(
  campaignId: string,
  onSaved: (campaign: ScheduleOfFragment) => void,
): SavingSchedule {
  const { send } = useClient();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const key = scheduleKey(campaignId);
  const mutation = useMutation({
    mutationFn: async ({ windows, version, reason }: SaveRequest) => {
      const input = { campaignId, version, windows: toSent(windows) };
      const sent = await send(SetDaypartingScheduleDocument, { input, reason });
      return accepted(sent.setDaypartingSchedule).campaign ?? null;
    },
    onSuccess: (campaign) => {
      setProblem(null);
      if (campaign === null) return;
      onSaved(campaign);
      queries.setQueryData<ReadSchedule>(key, (known) => known && { ...known, campaign });
    },
    onError: (error, { draft }) => setProblem(problemOf(error, draft)),
    onSettled: () =>
      Promise.all(
        [['campaign', campaignId], ['campaigns']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return { mutation, problem };
}

function problemOf(error: Error, draft: Draft): SaveProblem {
  const none = { draft, isConflict: false, rows: new Map<number, string>() };
  if (!(error instanceof Refusal)) return { ...none, message: describeError(error) };
  const rows = new Map<number, string>();
  const others: string[] = [];
  for (const { field, message } of error.userErrors) {
    const row = draft.rows[Number(field[field.indexOf('windows') + 1])];
    if (field.includes('windows') && row !== undefined) rows.set(row.id, message);
    else others.push(message);
  }
  return {
    draft,
    isConflict: isConflict(error),
    rows,
    message: others.length === 0 ? null : others.join(' '),
  };
}
