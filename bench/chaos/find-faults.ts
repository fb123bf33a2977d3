import { parseAmount, SPEND_DECIMALS } from '../../src/domain/money/micros.js';
import type { Connections } from './connections.js';
import type { Plan } from './plan.js';
import type { Acknowledged } from './record-through-kills.js';

/** What there is to be looked at. */
export interface Evidence {
  readonly plan: Plan;
  readonly campaignIds: readonly string[];
  readonly acknowledged: Acknowledged;
}

/** What was found through the API. */
export interface Findings {
  /** What is not as it must be; empty if all is well. */
  readonly faults: readonly string[];
  readonly entries: number;
  /** Campaigns whose own or whose brand's budget is exhausted. */
  readonly exhausted: number;
}

interface Api {
  readonly connections: Connections;
  readonly url: string;
}

interface Entry {
  readonly id: string;
  readonly eventId: string;
  readonly amount: { readonly amount: string };
  readonly campaign: { readonly id: string };
}

interface EntriesAnswer {
  readonly spendEntries: {
    readonly nodes: readonly Entry[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Usage {
  readonly utilization: number | null;
}

interface CampaignsAnswer {
  readonly campaigns: {
    readonly nodes: readonly {
      readonly id: string;
      readonly status: string;
      readonly today: Usage;
      readonly brand: { readonly today: Usage };
    }[];
  };
}

const ENTRIES = `query ($after: String) {
  spendEntries(first: 100, after: $after) {
    nodes { id eventId amount { amount } campaign { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const CAMPAIGNS = `query {
  campaigns(first: 100) {
    nodes { id status today { utilization } brand { today { utilization } } }
  }
}`;

/**
 * Looks through the API whether every acknowledged spend is in the ledger once, as it was sent and
 * under the id that was acknowledged, nothing else is, and nothing runs over its cap.
 */
export async function findFaults(api: Api, evidence: Evidence): Promise<Findings> {
  const entries = await readEntries(api);
  const { campaigns } = await api.connections.ask<CampaignsAnswer>(api.url, {
    query: CAMPAIGNS,
    variables: {},
  });
  const exhausted = campaigns.nodes.filter(({ today, brand }) =>
    [today, brand.today].some(({ utilization }) => (utilization ?? 0) >= 1),
  );
  const running = exhausted.filter(({ status }) => status === 'ACTIVE');
  return {
    faults: [
      ...faultsOf(entries, evidence),
      ...running.map(({ id }) => `${id} is ACTIVE over an exhausted budget`),
    ],
    entries: entries.length,
    exhausted: exhausted.length,
  };
}

function faultsOf(
  entries: readonly Entry[],
  { plan, campaignIds, acknowledged: { entryIds } }: Evidence,
): readonly string[] {
  const stored = Map.groupBy(entries, ({ eventId }) => eventId);
  const faults = plan.spends.flatMap(({ eventId, amountMicros, campaign }) => {
    const [entry, ...more] = stored.get(eventId) ?? [];
    const ids = [...(entryIds.get(eventId) ?? [])];
    if (!entry) return [`${eventId} was acknowledged and is not stored`];
    if (more.length > 0) return [`${eventId} is stored ${more.length + 1} times`];
    if (ids.join() !== entry.id)
      return [`${eventId} is ${entry.id} and was acknowledged as ${ids.join()}`];
    const amount = parseAmount(entry.amount.amount, SPEND_DECIMALS);
    const isAsSent =
      amount.ok && amount.value === amountMicros && entry.campaign.id === campaignIds[campaign];
    return isAsSent ? [] : [`${eventId} is not stored as it was sent`];
  });
  const strangers = stored.size - plan.spends.filter(({ eventId }) => stored.has(eventId)).length;
  return strangers === 0 ? faults : [...faults, `${strangers} events are stored that nobody sent`];
}

async function readEntries({ connections, url }: Api): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after: string | null = null;
  for (;;) {
    const page: EntriesAnswer = await connections.ask(url, {
      query: ENTRIES,
      variables: { after },
    });
    const { nodes, pageInfo } = page.spendEntries;
    entries.push(...nodes);
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}
