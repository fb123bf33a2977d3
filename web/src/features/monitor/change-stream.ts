import type { LatestStatusChangesQuery } from '../../client/generated/graphql.js';
import type { Schedule } from '../../live/live-store.js';

/** A change of a campaign's status, with what a line about it says. */
export type StatusChangeLine = LatestStatusChangesQuery['statusChanges']['nodes'][number];

/** What of a stream is shown. */
export interface StreamView {
  /** The newest first. */
  readonly lines: readonly StatusChangeLine[];
  /** How many came since it is held, and are not among the lines. */
  readonly waiting: number;
  /** The last line that was heard, and not read; null: none. */
  readonly heard: StatusChangeLine | null;
}

/** More than anybody scrolls through; the history has the rest. */
export const MAX_LINES = 100;

/**
 * Status changes as they come, the newest first, never more than {@link MAX_LINES}. Those that come
 * together are shown together, once a frame. While it is held, nothing moves: what comes waits.
 */
export class ChangeStream {
  private view: StreamView = { lines: [], waiting: 0, heard: null };
  private arrived: readonly StatusChangeLine[] = [];
  private heard: StatusChangeLine | null = null;
  private isHeld = false;
  private isScheduled = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly schedule: Schedule) {}

  /** The present view: the same object until it changes. */
  readonly get = (): StreamView => this.view;

  /** Calls `listener` when the view changes. Gives what ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A change was heard of. */
  readonly hear = (line: StatusChangeLine): void => {
    this.heard = line;
    this.read([line]);
  };

  /** Changes were read; those that are known already are not shown twice. */
  read(lines: readonly StatusChangeLine[]): void {
    this.arrived = merge(this.arrived, lines);
    this.tell();
  }

  /** Keeps the lines where they are, or lets go of them and shows what came since. */
  hold(isHeld: boolean): void {
    if (this.isHeld === isHeld) return;
    this.isHeld = isHeld;
    this.tell();
  }

  private tell(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.schedule(() => {
      this.isScheduled = false;
      this.show();
    });
  }

  private show(): void {
    const { lines } = this.view;
    const shown = new Set(lines.map(({ id }) => id));
    const fresh = this.arrived.filter(({ id }) => !shown.has(id));
    // What is read into an empty list moves nothing.
    const isKept = this.isHeld && lines.length > 0;
    if (!isKept) this.arrived = [];
    this.view = {
      lines: isKept || fresh.length === 0 ? lines : merge(lines, fresh),
      waiting: isKept ? fresh.length : 0,
      heard: this.heard,
    };
    for (const listener of this.listeners) listener();
  }
}

function merge(
  before: readonly StatusChangeLine[],
  more: readonly StatusChangeLine[],
): readonly StatusChangeLine[] {
  const byId = new Map([...more, ...before].map((line) => [line.id, line]));
  // Instants are all written alike, so that their texts have their order.
  return [...byId.values()]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, MAX_LINES);
}
