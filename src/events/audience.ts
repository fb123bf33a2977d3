import type { AgencyId, BrandId, CampaignId } from '../domain/ids.js';
import type { WatchFilter } from '../domain/live/updates.js';

/** What an event is about. The brand may be unknown where nobody in the agency filters by brand. */
export interface Subject {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId | null;
  readonly campaignId: CampaignId | null;
}

/** What a subscriber watches, where: the brands that it reaches and one of those that it asked for. */
export interface Watch extends WatchFilter {
  readonly agencyId: AgencyId;
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
  /** The brands that it both watches and reaches; null: any. */
  readonly brands: ReadonlySet<BrandId> | null;
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
    const brands = brandsOf(watch);
    const member = { brands, receiver };
    const keys = keysOf(watch, brands);
    for (const key of keys) {
      const group = this.members.get(key) ?? new Set();
      this.members.set(key, group.add(member));
    }
    this.count(watch.agencyId, member, 1);
    let isMember = true;
    return () => {
      if (!isMember) return;
      isMember = false;
      for (const key of keys) this.removeFrom(key, member);
      this.count(watch.agencyId, member, -1);
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
      for (const { brands, receiver } of this.at(agencyId, ofCampaign(campaignId))) {
        if (brands === null || (brandId !== null && brands.has(brandId))) yield receiver;
      }
    }
    if (brandId !== null) {
      for (const { receiver } of this.at(agencyId, ofBrand(brandId))) yield receiver;
    }
    for (const { receiver } of this.at(agencyId, ANYTHING)) yield receiver;
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

  private count(agencyId: AgencyId, { brands }: Member<Event>, difference: 1 | -1): void {
    const headcount = this.headcounts.get(agencyId) ?? { all: 0, byBrand: 0 };
    headcount.all += difference;
    if (brands !== null) headcount.byBrand += difference;
    if (headcount.all === 0) this.headcounts.delete(agencyId);
    else this.headcounts.set(agencyId, headcount);
  }
}

function brandsOf({ brandIds, brands }: Watch): ReadonlySet<BrandId> | null {
  if (brandIds === null) return brands;
  const reached = new Set(brandIds);
  return brands === null ? reached : reached.intersection(brands);
}

// What something is comes before its id: a brand's id that is sent as a campaign's is no campaign's,
// and whoever watches it must not hear of the brand.
const ofCampaign = (id: CampaignId): string => `campaign ${id}`;
const ofBrand = (id: BrandId): string => `brand ${id}`;
const ANYTHING = 'anything';
/** What no event is about: there somebody is found who watches nothing, to be told of the end. */
const NOTHING = 'nothing';

/** The narrowest things by which a subscriber is found: campaigns, or brands, or the agency. */
function keysOf(
  { agencyId, campaigns }: Watch,
  brands: ReadonlySet<BrandId> | null,
): readonly string[] {
  const things = thingsOf(campaigns, brands);
  return (things.length > 0 ? things : [NOTHING]).map((thing) => keyOf(agencyId, thing));
}

function thingsOf(
  campaigns: ReadonlySet<CampaignId> | null,
  brands: ReadonlySet<BrandId> | null,
): readonly string[] {
  if (campaigns !== null) return Array.from(campaigns, ofCampaign);
  return brands === null ? [ANYTHING] : Array.from(brands, ofBrand);
}

function keyOf(agencyId: AgencyId, thing: string): string {
  return `${agencyId} ${thing}`;
}
