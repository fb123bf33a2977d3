import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { type BrandRowFragment, BrandsDocument } from '../../client/generated/graphql.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { useLive } from '../../live/live-context.js';
import { useWatchBrands } from '../../live/use-live-brands.js';
import { useMay } from '../session/session-context.js';
import { BRAND_COLUMNS } from './brand-columns.js';
import { BRAND_FILTERS, brandFilterOf, brandOrderOf, DEFAULT_BRAND_SORT } from './brand-filters.js';

/** How often statuses and budgets are read again; spend comes by itself. */
const REFETCH_MS = 10_000;

/** All brands, with their own budgets, live. */
export function BrandsPage(): ReactNode {
  const { brands } = useLive();
  const may = useMay();
  const load = useLoadBrands();
  useWatchBrands();
  const forget = useCallback(
    (ids: readonly string[], sentAt: number) => {
      brands.forget(ids, sentAt);
    },
    [brands],
  );
  const mayCreate = may('brand:create');
  return (
    <ResourceList<BrandRowFragment>
      title="Brands"
      name="brands"
      columns={BRAND_COLUMNS}
      filters={BRAND_FILTERS}
      searchLabel="Search name or external id"
      defaultSort={DEFAULT_BRAND_SORT}
      load={load}
      nameOf={({ name }) => name}
      refetchMs={REFETCH_MS}
      onLoaded={forget}
      actions={
        mayCreate ? (
          <Button
            component={Link}
            to="/brands/new"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            New brand
          </Button>
        ) : null
      }
      whenEmpty={
        mayCreate
          ? 'A brand is whose money campaigns spend, in its currency and on its clocks. Create the first one; archived ones are found by their status.'
          : 'As soon as you are given a brand, it stands here.'
      }
    />
  );
}

function useLoadBrands(): LoadPage<BrandRowFragment> {
  const { send } = useLive().client;
  return useCallback(
    async (state, { first, after }, signal) => {
      const filter = brandFilterOf(state);
      const orderBy = brandOrderOf(state.sort);
      const { brands } = await send(BrandsDocument, { first, after, filter, orderBy }, signal);
      return { rows: brands.nodes, totalCount: brands.totalCount, ...brands.pageInfo };
    },
    [send],
  );
}
