import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BrandOverviewDocument, type BrandRowFragment } from '../../client/generated/graphql.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { useClient } from '../../live/live-context.js';
import { describeStatus } from '../campaigns/blockers.js';
import classes from './brand-page.module.css';

const REFETCH_MS = 10_000;

/** What a brand is, in one line, and how many of its campaigns do what. */
export function BrandFacts({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  return (
    <dl className={classes.facts}>
      <Fact name="Currency">{brand.currency}</Fact>
      <Fact name="Time zone">{brand.timeZone}</Fact>
      {brand.externalId === null ? null : <Fact name="External id">{brand.externalId}</Fact>}
      <Fact name="Campaigns">
        <CampaignCounts brand={brand} />
      </Fact>
      <Fact name="Created">
        <InstantText instant={brand.createdAt} timeZone={brand.timeZone} />
      </Fact>
      {brand.updatedAt === brand.createdAt ? null : (
        <Fact name="Changed">
          <InstantText instant={brand.updatedAt} timeZone={brand.timeZone} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CampaignCounts({ brand }: { readonly brand: BrandRowFragment }): ReactNode {
  const { send } = useClient();
  const { data } = useQuery({
    queryKey: ['brand', brand.id, 'overview'],
    queryFn: ({ signal }) => send(BrandOverviewDocument, { brandId: brand.id }, signal),
    refetchInterval: REFETCH_MS,
  });
  const counts = data?.overview.counts.filter(({ count }) => count > 0) ?? [];
  if (counts.length === 0) return brand.campaigns.totalCount;
  return counts.map(({ status, blocker, count }, place) => (
    <span key={`${status} ${blocker ?? ''}`}>
      {place === 0 ? '' : ', '}
      <Anchor
        component={Link}
        to="/campaigns"
        search={{ brand: brand.id, status, ...(blocker === null ? {} : { blocker }) } as never}
        c="var(--accent)"
        underline="hover"
      >
        {count} {describeStatus(status, blocker).text.toLowerCase()}
      </Anchor>
    </span>
  ));
}
