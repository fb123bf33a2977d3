import type { AgencyId, ChangeId } from '../domain/ids.js';
import { ResyncError, type WatchFilter } from '../domain/live/updates.js';
import {
  type CommittedChange,
  findTransactionOfChange,
  readChangesAfter,
} from '../persistence/queries/changes-in-commit-order.js';
import type { Desk } from './desk.js';
import { type ChangeEvent, isSince, type Standpoint } from './live-event.js';
import { untilAvailable } from './until-available.js';

/** More than this is not replayed: reading the current state costs less. */
const MAX_REPLAYED = 1_000;
/**
 * How long a replay waits until this process may dispatch what is committed already, so that it comes
 * in full. What a long transaction still holds back then comes live: the latest of each campaign.
 */
const PATIENCE_MS = 500;

/** What a subscriber wants to go on from. */
export interface ReplayRequest {
  readonly agencyId: AgencyId;
  readonly filter: WatchFilter;
  /** The last change it had. */
  readonly after: ChangeId;
}

/** A change's place in the order of delivery. */
interface Place {
  readonly xid: bigint;
  readonly id: ChangeId;
}

/**
 * What a subscriber missed, from the history, and then what is live, without a gap or a repetition.
 * The subscriber joins first. Everything up to a position is replayed, all that is later comes live;
 * what comes live although it was replayed, or is not after what the subscriber had, is left out.
 */
export class Replay {
  private readonly joined: Standpoint;
  private last: Place | null = null;
  private isRead = false;

  constructor(
    private readonly desk: Desk,
    private readonly request: ReplayRequest,
  ) {
    this.joined = desk.standpoint();
  }

  /** What comes before the live events. Throws ResyncError if it is too much. */
  async read(): Promise<readonly ChangeEvent[]> {
    const missed = await this.desk.replays.pass(() =>
      untilAvailable(this.desk.patience, () => this.readMissed()),
    );
    this.isRead = true;
    return missed;
  }

  /** Whether a live event is neither replayed nor before. Until that is known all are kept. */
  isNews(event: ChangeEvent): boolean {
    if (!this.isRead) return true;
    if (this.last === null) return isSince(this.joined, event);
    return isLater({ xid: event.xid, id: event.change.id }, this.last);
  }

  private async readMissed(): Promise<readonly ChangeEvent[]> {
    const { agencyId, after: id } = this.request;
    const xid = await findTransactionOfChange(this.desk.sql, agencyId, id);
    // There is no such change to go on from: as if it had not been asked for.
    if (xid === null) return [];
    const missed = await this.changesAfter({ xid, id });
    const last = missed.at(-1);
    this.last = last === undefined ? { xid, id } : { xid: last.xid, id: last.change.id };
    return missed.map((change) => ({ ...change, turn: this.joined.turn }));
  }

  /** Up to the position of this process, which first comes to all that is committed by now. */
  private async changesAfter(after: Place): Promise<readonly CommittedChange[]> {
    let position = this.joined.position;
    let found = await this.readAfter(after);
    const latest = found.at(-1)?.xid ?? position;
    if (latest > position) {
      await this.desk.comeTo(latest, PATIENCE_MS);
      position = this.desk.standpoint().position;
      // Before `latest` there may be more by now: what slower transactions committed.
      found = await this.readAfter(after);
    }
    return found.filter((change) => change.xid <= position);
  }

  private async readAfter(after: Place): Promise<readonly CommittedChange[]> {
    const { agencyId, filter } = this.request;
    const query = { agencyId, filter, after, limit: MAX_REPLAYED + 1 };
    const found = await readChangesAfter(this.desk.sql, query);
    if (found.length > MAX_REPLAYED) throw new ResyncError();
    return found;
  }
}

function isLater(a: Place, b: Place): boolean {
  return a.xid === b.xid ? a.id > b.id : a.xid > b.xid;
}
