import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import {
  type SpendEntryRowFragment,
  SpendEntriesDocument,
} from '../../client/generated/graphql.js';
import { formatMoney } from '../../kit/format/money.js';
import type { ListPatch, ListState } from '../../kit/list/list-state.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { useClient } from '../../live/live-context.js';
import { LedgerTools } from './ledger-tools.js';
import { SPEND_ENTRY_COLUMNS } from './spend-entry-columns.js';
import { DEFAULT_SPEND_SORT, SPEND_FILTERS, spendFilterOf, spendOrderOf } from './spend-filters.js';
import { readLedgerZone } from './use-ledger-zone.js';

/** How often the ledger is read again while one looks at it. */
const REFETCH_MS = 10_000;
const TOOL_IDS = ['brand', 'campaign', 'from', 'to', 'source'];

export interface LedgerProps {
  /** Of this campaign alone. */
  readonly campaignId?: string;
  /** Of this brand alone. */
  readonly brandId?: string;
  /** The brand's zone where it is known already; the dates of the filters are in it. */
  readonly timeZone?: string;
  /** Within another page, which has the title. */
  readonly isPart?: boolean;
  /** Beside the title. */
  readonly actions?: ReactNode;
}

/** The ledger, or a campaign's or brand's part of it. */
export function Ledger(props: LedgerProps): ReactNode {
  const { campaignId, brandId, timeZone, isPart = false, actions } = props;
  const load = useLoadEntries({ campaignId, brandId, timeZone });
  const columns = useMemo(
    () =>
      SPEND_ENTRY_COLUMNS.filter(
        ({ id }) =>
          !(id === 'campaign' && campaignId !== undefined) &&
          !(id === 'brand' && (campaignId ?? brandId) !== undefined),
      ),
    [campaignId, brandId],
  );
  const tools = useCallback(
    (state: ListState, change: (patch: ListPatch) => void) => (
      <LedgerTools
        state={state}
        change={change}
        brandId={brandId ?? null}
        campaignId={campaignId ?? null}
      />
    ),
    [brandId, campaignId],
  );
  const scope = campaignId ?? brandId ?? 'all';
  return (
    <ResourceList<SpendEntryRowFragment>
      key={scope}
      title="Spend"
      things="entries"
      name="spend-entries"
      scope={scope}
      isPart={isPart}
      actions={actions}
      columns={columns}
      filters={SPEND_FILTERS}
      toolIds={TOOL_IDS}
      tools={tools}
      searchLabel="Whole event id"
      defaultSort={DEFAULT_SPEND_SORT}
      load={load}
      nameOf={({ amount, campaign }) => `${formatMoney(amount)} of ${campaign.name}`}
      refetchMs={REFETCH_MS}
      whenEmpty="Spend that ad servers send by the API stands here as soon as it is recorded, and so does what is recorded by hand."
    />
  );
}

interface Scope {
  readonly campaignId: string | undefined;
  readonly brandId: string | undefined;
  readonly timeZone: string | undefined;
}

function useLoadEntries({ campaignId, brandId, timeZone }: Scope): LoadPage<SpendEntryRowFragment> {
  const { send } = useClient();
  const queries = useQueryClient();
  return useCallback(
    async (state, { first, after }, signal) => {
      const owner = {
        brandId: brandId ?? state.filters.brand?.[0] ?? null,
        campaignId: campaignId ?? state.filters.campaign?.[0] ?? null,
      };
      const zone = timeZone ?? (await readLedgerZone(queries, send, owner));
      const filter = spendFilterOf(state, { ...owner, timeZone: zone });
      const variables = { first, after, filter, orderBy: spendOrderOf(state.sort) };
      const { spendEntries } = await send(SpendEntriesDocument, variables, signal);
      return { rows: spendEntries.nodes, totalCount: null, ...spendEntries.pageInfo };
    },
    [send, queries, campaignId, brandId, timeZone],
  );
}
