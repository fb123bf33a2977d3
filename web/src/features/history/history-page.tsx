import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StatusChangeRowFragment } from '../../client/generated/graphql.js';
import type { Filter } from '../../kit/list/column.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import { HISTORY_COLUMNS } from './history-columns.js';
import { historyTools } from './history-tools.js';
import { useLiveHistory } from './use-live-history.js';
import { useLoadHistory } from './use-load-history.js';

const NO_FILTERS: readonly Filter[] = [];
const TOOL_IDS = ['brand', 'from', 'to'];

/** What became of all campaigns, newest first, live. */
export function HistoryPage(): ReactNode {
  const { brand: brandId }: { brand?: string } = useSearch({ strict: false });
  useLiveHistory({ name: 'history', brandId });
  const load = useLoadHistory();
  return (
    <ResourceList<StatusChangeRowFragment>
      title="History"
      things="status changes"
      name="history"
      columns={HISTORY_COLUMNS}
      filters={NO_FILTERS}
      tools={historyTools}
      toolIds={TOOL_IDS}
      searchLabel={null}
      defaultSort={null}
      load={load}
      nameOf={nameOf}
      whenEmpty="Whenever a campaign’s status changes, or what decides it, it is kept here: what, why, when and by whom."
    />
  );
}

function nameOf({ campaign }: StatusChangeRowFragment): string {
  return campaign.name;
}
