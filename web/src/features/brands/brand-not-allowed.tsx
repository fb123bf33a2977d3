import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyList } from '../../kit/list/empty-list.js';
import { Page } from '../../kit/page.js';

/** What a form shows to those who may not send it. */
export function BrandNotAllowed({ title }: { readonly title: string }): ReactNode {
  return (
    <Page title={title}>
      <EmptyList title="You may look, but not change">
        Ask an owner or an admin of the agency for a role that may.{' '}
        <Anchor component={Link} to="/brands" underline="always">
          Go to your brands
        </Anchor>
        .
      </EmptyList>
    </Page>
  );
}
