import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import {
  type ScheduleOfFragment,
  SetDaypartingScheduleDocument,
} from '../../../client/generated/graphql.js';
import { describeError } from '../../../kit/describe-error.js';
import { useClient } from '../../../live/live-context.js';
import { toSent, windowsFrom } from '../draft/exchange.js';
import { runBounded } from './run-bounded.js';

/** What became of the copy to one campaign. */
export type CopyOutcome =
  | { readonly state: 'waiting' | 'running' | 'done' }
  | { readonly state: 'refused'; readonly why: string };

export interface Copying {
  /** By the campaigns' ids; empty before the first run. */
  readonly outcomes: ReadonlyMap<string, CopyOutcome>;
  readonly isRunning: boolean;
  /** Copies to campaigns, and gives those that took it. */
  readonly run: (ids: readonly string[], reason: string | null) => Promise<readonly string[]>;
  /** Begins no further one. */
  readonly stop: () => void;
}

/** So many at once are quick, and leave the server to others. */
const MAX_AT_ONCE = 4;

/** Copies a saved schedule to campaigns, one by one; those that refuse do not stop the others. */
export function useCopySchedule(source: ScheduleOfFragment): Copying {
  const { send } = useClient();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, CopyOutcome>>(new Map());
  const [isRunning, setIsRunning] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const tell = (id: string, outcome: CopyOutcome): void =>
    setOutcomes((before) => new Map(before).set(id, outcome));
  const windows = toSent(windowsFrom(source.schedule.windows));
  const copyTo = async (campaignId: string, reason: string | null): Promise<boolean> => {
    tell(campaignId, { state: 'running' });
    const input = { campaignId, windows };
    const why = await send(SetDaypartingScheduleDocument, { input, reason }).then(
      ({ setDaypartingSchedule: { userErrors } }) =>
        userErrors.length === 0 ? null : userErrors.map(({ message }) => message).join(' '),
      describeError,
    );
    tell(campaignId, why === null ? { state: 'done' } : { state: 'refused', why });
    return why === null;
  };
  const run = async (ids: readonly string[], reason: string | null): Promise<string[]> => {
    const abort = new AbortController();
    running.current = abort;
    setIsRunning(true);
    setOutcomes((before) => new Map([...before, ...ids.map((id) => [id, WAITING] as const)]));
    const copied: string[] = [];
    await runBounded(ids, { limit: MAX_AT_ONCE, signal: abort.signal }, async (id) => {
      if (await copyTo(id, reason)) copied.push(id);
    });
    setOutcomes(withoutWaiting);
    setIsRunning(false);
    for (const queryKey of [['campaign'], ['campaigns'], ['schedule-targets']]) {
      void queries.invalidateQueries({ queryKey });
    }
    return copied;
  };
  return { outcomes, isRunning, run, stop: () => running.current?.abort() };
}

const WAITING: CopyOutcome = { state: 'waiting' };

/** Those that were not begun are as if they had not been asked for. */
function withoutWaiting(outcomes: ReadonlyMap<string, CopyOutcome>): Map<string, CopyOutcome> {
  return new Map([...outcomes].filter(([, { state }]) => state !== 'waiting'));
}
