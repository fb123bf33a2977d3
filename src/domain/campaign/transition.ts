import type { Instant } from '../time/instant.js';
import type { BlockerCode } from './blocker.js';
import type { CampaignState, HeldBlocker } from './campaign.js';
import { type Cause, causeOf, type Trigger } from './cause.js';
import type { Verdict } from './evaluate.js';

/** A change of a campaign's status or of what decides it. */
export interface Transition {
  readonly before: CampaignState;
  readonly after: CampaignState;
  readonly cause: Cause;
  readonly at: Instant;
}

/** The blockers' codes, the deciding one first. */
export function codesOf(state: CampaignState): readonly BlockerCode[] {
  return state.blockers.map(({ code }) => code);
}

/**
 * Gives a verdict its history: a blocker that persists keeps its `since`, a status that persists
 * its `statusSince`; what is new begins at `at`.
 */
export function carryForward(
  previous: CampaignState | null,
  verdict: Verdict,
  at: Instant,
): CampaignState {
  const since = new Map(previous?.blockers.map((held) => [held.code, held.since]));
  return {
    status: verdict.status,
    statusSince: previous?.status === verdict.status ? previous.statusSince : at,
    blockers: verdict.blockers.map((code) => ({ code, since: since.get(code) ?? at })),
    nextTransitionAt: verdict.nextTransitionAt,
  };
}

/** The change to be written to the history, or null if neither status nor decider changed. */
export function transitionBetween(
  before: CampaignState,
  after: CampaignState,
  { trigger, at }: { readonly trigger: Trigger; readonly at: Instant },
): Transition | null {
  const changed =
    before.status !== after.status || before.blockers[0]?.code !== after.blockers[0]?.code;
  if (!changed) return null;
  return { before, after, cause: causeOf(trigger, codesOf(before), codesOf(after)), at };
}

/** Whether two states are the same in everything that is stored. */
export function sameState(a: CampaignState, b: CampaignState): boolean {
  return (
    a.status === b.status &&
    a.statusSince === b.statusSince &&
    a.nextTransitionAt === b.nextTransitionAt &&
    a.blockers.length === b.blockers.length &&
    a.blockers.every((held, i) => sameBlocker(held, b.blockers[i]))
  );
}

function sameBlocker(a: HeldBlocker, b: HeldBlocker | undefined): boolean {
  return a.code === b?.code && a.since === b.since;
}
