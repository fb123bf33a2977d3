import { setImmediate as endOfTick } from 'node:timers/promises';
import type { AgencyId } from '../domain/ids.js';
import { type Patience, untilAvailable } from './until-available.js';

/** A bound on one statement. */
const MAX_BATCH = 500;

/** Reads the snapshots of an agency's objects by their ids; unknown ids are left out. */
export type ReadSnapshots<Snapshot> = (
  agencyId: AgencyId,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, Snapshot>>;

type Answer<Snapshot> = PromiseWithResolvers<Snapshot | null>;
type Asked<Snapshot> = Map<string, Answer<Snapshot>>;

/**
 * Reads snapshots for all subscribers of the process: what is asked in one tick, or while a read is
 * on its way, is read together in the next one. Nothing is kept: every answer was read after it was
 * asked for. One statement at a time, so that delivery never takes the pool from those who write.
 */
export class SnapshotLoader<Snapshot> {
  private readonly asked = new Map<AgencyId, Asked<Snapshot>>();
  private running = false;

  constructor(
    private readonly read: ReadSnapshots<Snapshot>,
    private readonly patience: Patience,
  ) {}

  /** The object as it is now; null if the agency has none with this id. */
  load(agencyId: AgencyId, id: string): Promise<Snapshot | null> {
    const ofAgency = this.asked.get(agencyId) ?? new Map<string, Answer<Snapshot>>();
    this.asked.set(agencyId, ofAgency);
    const answer = ofAgency.get(id) ?? Promise.withResolvers<Snapshot | null>();
    ofAgency.set(id, answer);
    if (!this.running) void this.run();
    return answer.promise;
  }

  private async run(): Promise<void> {
    this.running = true;
    await endOfTick();
    for (const [agencyId, ofAgency] of this.asked) {
      // Entered anew if more is asked meanwhile, after the others: agencies take turns.
      this.asked.delete(agencyId);
      await this.answer(agencyId, this.cut(agencyId, ofAgency));
    }
    this.running = false;
  }

  private cut(agencyId: AgencyId, ofAgency: Asked<Snapshot>): Asked<Snapshot> {
    if (ofAgency.size <= MAX_BATCH) return ofAgency;
    const entries = [...ofAgency];
    this.asked.set(agencyId, new Map(entries.slice(MAX_BATCH)));
    return new Map(entries.slice(0, MAX_BATCH));
  }

  private async answer(agencyId: AgencyId, batch: Asked<Snapshot>): Promise<void> {
    try {
      const ids = [...batch.keys()];
      const found = await untilAvailable(this.patience, () => this.read(agencyId, ids));
      for (const [id, { resolve }] of batch) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const { reject } of batch.values()) reject(error);
    }
  }
}
