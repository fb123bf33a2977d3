import type { CounterChange, CounterPlace } from '../../domain/book/tally-sheet.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { formatInstant } from '../../domain/time/instant.js';
import { plainArray, textArray } from '../array-literal.js';

// The rows of a unit of work turned on their side, as its statements take them: an array for each column.

/** Ledger rows. */
export function entryColumns(entries: readonly SpendEntry[]): readonly string[] {
  return [
    plainArray(entries.map(({ agencyId }) => agencyId)),
    plainArray(entries.map(({ id }) => id)),
    plainArray(entries.map(({ brandId }) => brandId)),
    plainArray(entries.map(({ campaignId }) => campaignId)),
    plainArray(entries.map(({ kind }) => kind)),
    plainArray(entries.map(({ amountMicros }) => amountMicros)),
    textArray(entries.map(({ eventId }) => eventId)),
    textArray(entries.map(({ source }) => source)),
    plainArray(entries.map(({ occurredAt }) => formatInstant(occurredAt))),
    plainArray(entries.map(({ recordedAt }) => formatInstant(recordedAt))),
    plainArray(entries.map(({ day }) => day)),
    plainArray(entries.map(({ whileBlocked }) => whileBlocked)),
    plainArray(entries.map(({ refundOfId }) => refundOfId)),
    plainArray(entries.map(({ recordedBy }) => recordedBy?.kind ?? null)),
    plainArray(entries.map(({ recordedBy }) => recordedBy?.id ?? null)),
    textArray(entries.map(({ recordedBy }) => recordedBy?.name ?? null)),
  ];
}

/** A counter that is where it was read. */
export interface MovedCounter extends CounterChange {
  readonly place: CounterPlace;
}

export function isMoved(counter: CounterChange): counter is MovedCounter {
  return counter.place !== null;
}

/** Counters that are where they were read. */
export function movedColumns(counters: readonly MovedCounter[]): readonly string[] {
  return [
    textArray(counters.map(({ place }) => place.ctid)),
    plainArray(counters.map(({ place }) => place.xmin)),
    plainArray(counters.map(({ ownerId }) => ownerId)),
    plainArray(counters.map(({ trueSpentDelta }) => trueSpentDelta)),
    plainArray(counters.map(({ offsetDelta }) => offsetDelta)),
  ];
}

/** Counters that may not be there yet. */
export function newColumns(counters: readonly CounterChange[]): readonly string[] {
  return [
    plainArray(counters.map(({ agencyId }) => agencyId)),
    plainArray(counters.map(({ ownerId }) => ownerId)),
    plainArray(counters.map(({ period }) => period)),
    plainArray(counters.map(({ date }) => date)),
    plainArray(counters.map(({ trueSpentDelta }) => trueSpentDelta)),
    plainArray(counters.map(({ offsetDelta }) => offsetDelta)),
  ];
}

/** What a campaign's row says of its state. */
export type StateRow = Pick<Campaign, 'agencyId' | 'id' | 'state'>;

/** States of campaigns. */
export function stateColumns(rows: readonly StateRow[]): readonly string[] {
  const states = rows.map(({ state }) => state);
  return [
    plainArray(rows.map(({ agencyId }) => agencyId)),
    plainArray(rows.map(({ id }) => id)),
    plainArray(states.map(({ status }) => status)),
    plainArray(states.map(({ statusSince }) => formatInstant(statusSince))),
    textArray(states.map(({ blockers }) => JSON.stringify(blockers))),
    plainArray(states.map(({ nextTransitionAt: at }) => (at === null ? null : formatInstant(at)))),
  ];
}

/** Rows of the history. */
export function changeColumns(changes: readonly StatusChange[]): readonly string[] {
  return [
    plainArray(changes.map(({ agencyId }) => agencyId)),
    plainArray(changes.map(({ id }) => id)),
    plainArray(changes.map(({ brandId }) => brandId)),
    plainArray(changes.map(({ campaignId }) => campaignId)),
    plainArray(changes.map(({ from }) => from)),
    plainArray(changes.map(({ to }) => to)),
    textArray(changes.map(({ blockersBefore }) => plainArray(blockersBefore))),
    textArray(changes.map(({ blockers }) => plainArray(blockers))),
    plainArray(changes.map(({ cause }) => cause)),
    plainArray(changes.map(({ actor }) => actor?.kind ?? null)),
    textArray(changes.map(({ actor }) => actor?.id ?? null)),
    textArray(changes.map(({ actor }) => actor?.name ?? null)),
    plainArray(changes.map(({ at }) => formatInstant(at))),
  ];
}
