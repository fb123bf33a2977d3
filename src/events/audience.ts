import type { AgencyId, BrandId, CampaignId } from '../domain/ids.js';

/** What an event is about. The brand may be unknown where nobody in the agency filters by brand. */
export interface Subject {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId | null;
  readonly campaignId: CampaignId | null;
}

/** What a subscriber watches; null: any. All that is given must hold. */
export interface Watch extends Subject {
  /** The brands that the subscriber reaches; null: all of the agency. */
  readonly brandIds: readonly BrandId[] | null;
}

/** A subscriber, as those who publish see it. None of this waits or throws. */
export interface Receiver<Event> {
  offer(event: Event): void;
  /** Ends the subscription with an error. */
  fail(error: Error): void;
  /** Ends the subscription. */
  end(): void;
}

interface Member<Event> {
  readonly watch: Watch;
  readonly receiver: Receiver<Event>;
}

/** How many subscribers of an agency there are, and how many of them filter by brand. */
interface Headcount {
  all: number;
  byBrand: number;
}

/**
 * The subscribers of one topic, each found through the narrowest thing it watches: so the cost of an
 * event follows those it is for, not all there are. The agency is part of every key.
 */
export class Audience<Event> {
  private readonly members = new Map<string, Set<Member<Event>>>();
  private readonly headcounts = new Map<AgencyId, Headcount>();

  /** How many subscribers there are. */
  get size(): number {
    let size = 0;
    for (const { all } of this.headcounts.values()) size += all;
    return size;
  }

  /** Adds a subscriber; what it gives removes it again. */
  add(watch: Watch, receiver: Receiver<Event>): () => void {
    const member = { watch, receiver };
    const keys = keysOf(watch);
    for (const key of keys) {
      const group = this.members.get(key) ?? new Set();
      this.members.set(key, group.add(member));
    }
    this.count(watch, 1);
    let isMember = true;
    return () => {
      if (!isMember) return;
      isMember = false;
      for (const key of keys) this.removeFrom(key, member);
      this.count(watch, -1);
    };
  }

  /** Whether anybody watches anything in an agency. */
  isIn(agencyId: AgencyId): boolean {
    return this.headcounts.has(agencyId);
  }

  /** Whether anybody in an agency filters by brand. */
  filtersByBrand(agencyId: AgencyId): boolean {
    return (this.headcounts.get(agencyId)?.byBrand ?? 0) > 0;
  }

  /** Whether an event about this has anybody to go to. */
  watches(subject: Subject): boolean {
    return this.matching(subject).next().done !== true;
  }

  /** Those to whom an event about this goes. */
  *matching(subject: Subject): Generator<Receiver<Event>, void> {
    const { agencyId, brandId, campaignId } = subject;
    if (campaignId !== null) {
      for (const { watch, receiver } of this.at(agencyId, campaignId)) {
        if (mayBeOf(watch, brandId)) yield receiver;
      }
    }
    if (brandId !== null) {
      for (const { receiver } of this.at(agencyId, brandId)) yield receiver;
    }
    for (const { receiver } of this.at(agencyId, '')) yield receiver;
  }

  /** Everybody. */
  everybody(): readonly Receiver<Event>[] {
    const all = [...this.members.values()].flatMap((group) => [...group].map((m) => m.receiver));
    return [...new Set(all)];
  }

  private at(agencyId: AgencyId, thing: string): Iterable<Member<Event>> {
    return this.members.get(keyOf(agencyId, thing)) ?? [];
  }

  private removeFrom(key: string, member: Member<Event>): void {
    const group = this.members.get(key);
    group?.delete(member);
    if (group?.size === 0) this.members.delete(key);
  }

  private count({ agencyId, brandId, brandIds }: Watch, difference: 1 | -1): void {
    const headcount = this.headcounts.get(agencyId) ?? { all: 0, byBrand: 0 };
    headcount.all += difference;
    if (brandId !== null || brandIds !== null) headcount.byBrand += difference;
    if (headcount.all === 0) this.headcounts.delete(agencyId);
    else this.headcounts.set(agencyId, headcount);
  }
}

/** The narrowest things by which a subscriber is found: a campaign, or brands, or the agency. */
function keysOf({ agencyId, brandIds, brandId, campaignId }: Watch): readonly string[] {
  if (campaignId !== null) return [keyOf(agencyId, campaignId)];
  if (brandIds === null) return [keyOf(agencyId, brandId ?? '')];
  const reached = brandId === null ? brandIds : brandIds.filter((id) => id === brandId);
  return reached.map((id) => keyOf(agencyId, id));
}

/** Whether what is of a brand is something that the subscriber watches and reaches. */
function mayBeOf(watch: Watch, brandId: BrandId | null): boolean {
  if (watch.brandId !== null && watch.brandId !== brandId) return false;
  return watch.brandIds === null || (brandId !== null && watch.brandIds.includes(brandId));
}

function keyOf(agencyId: AgencyId, thing: string): string {
  return `${agencyId} ${thing}`;
}
