import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import {
  type StatusChangeRowFragment,
  StatusChangesDocument,
} from '../../client/generated/graphql.js';
import { ownZone } from '../../kit/format/time.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { useClient } from '../../live/live-context.js';
import { readBrandChosen } from '../brands/use-brand-chosen.js';
import { historyFilterOf } from './history-filter.js';

/** Reads a page of the history, of all campaigns or of one. Days are those of the brand, if one is chosen. */
export function useLoadHistory(campaignId?: string): LoadPage<StatusChangeRowFragment> {
  const { send } = useClient();
  const queries = useQueryClient();
  return useCallback(
    async (state, { first, after }, signal) => {
      const [brandId] = state.filters.brand ?? [];
      const brand = brandId === undefined ? null : await readBrandChosen(queries, send, brandId);
      const narrowed = historyFilterOf(state, brand?.timeZone ?? ownZone());
      const filter = campaignId === undefined ? narrowed : { ...narrowed, campaignId };
      const { statusChanges } = await send(StatusChangesDocument, { first, after, filter }, signal);
      return { rows: statusChanges.nodes, totalCount: null, ...statusChanges.pageInfo };
    },
    [send, queries, campaignId],
  );
}
