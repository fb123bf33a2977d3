import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyList } from '../../kit/list/empty-list.js';
import { Page } from '../../kit/page.js';

/** What the address of a brand shows that is not there for the viewer. */
export function BrandMissing(): ReactNode {
  return (
    <Page title="No such brand">
      <EmptyList title="There is no brand at this address">
        It may belong to another agency, or not be one of yours to see.{' '}
        <Anchor component={Link} to="/brands" underline="always">
          Go to your brands
        </Anchor>
        .
      </EmptyList>
    </Page>
  );
}
