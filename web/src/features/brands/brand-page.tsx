import { Button, SimpleGrid } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BrandRowFragment } from '../../client/generated/graphql.js';
import { MissingPage } from '../../kit/dead-end.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { Page } from '../../kit/page.js';
import { useWatchBrands } from '../../live/use-live-brands.js';
import { useWatchCampaigns } from '../../live/use-live-campaigns.js';
import { useMay } from '../session/session-context.js';
import { BrandCampaigns } from './brand-campaigns.js';
import { BrandDay } from './brand-day.js';
import { BrandFacts } from './brand-facts.js';
import { BrandMenu } from './brand-menu.js';
import { BrandMonth } from './brand-month.js';
import { BrandStatusBadge } from './brand-status.js';
import { BrandUsageCard } from './brand-usage-card.js';
import { PeriodCloses } from './period-closes.js';
import { useBrand } from './use-brand.js';

/** How often the brand itself is read again; its spend comes by itself. */
const REFETCH_MS = 15_000;

/** One brand: what it may spend and has spent, now and before, and its campaigns. */
export function BrandPage(): ReactNode {
  const { brandId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useBrand(brandId, { refetchMs: REFETCH_MS });
  if (data?.brand) return <BrandContent key={brandId} brand={data.brand} />;
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  return data ? <MissingPage thing="brand" /> : <PageLoading />;
}

function BrandContent({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const may = useMay();
  useWatchBrands(brand.id);
  useWatchCampaigns({ brandId: brand.id });
  return (
    <Page
      title={brand.name}
      aside={<BrandStatusBadge status={brand.status} />}
      actions={
        <>
          {may('brand:write') ? (
            <Button
              component={Link}
              to={`/brands/${brand.id}/edit`}
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              Edit
            </Button>
          ) : null}
          <BrandMenu brand={brand} hasEdit />
        </>
      }
    >
      <BrandFacts brand={brand} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <BrandUsageCard brand={brand} period="today" />
        <BrandUsageCard brand={brand} period="thisMonth" />
        <BrandDay brand={brand} />
        <BrandMonth brand={brand} />
      </SimpleGrid>
      <BrandCampaigns brand={brand} />
      <PeriodCloses brand={brand} />
    </Page>
  );
}
