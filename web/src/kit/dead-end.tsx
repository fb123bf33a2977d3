import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyList } from './list/empty-list.js';
import { Page } from './page.js';

/** What has pages of its own, below those of all of its kind. */
type Thing = 'brand' | 'campaign';

interface ThingProps {
  readonly thing: Thing;
}

/** What stands where somebody would change things who only may look at them. */
export function NotAllowed({ thing }: ThingProps): ReactNode {
  return (
    <EmptyList title={`You may look at ${thing}s, but not change them`}>
      Ask an owner or an admin of the agency for a role that may.
      <WayToAll thing={thing} />
    </EmptyList>
  );
}

/** The page at the address of a thing that is not there for the viewer. */
export function MissingPage({ thing }: ThingProps): ReactNode {
  return (
    <Page title={`No such ${thing}`}>
      <EmptyList title={`There is no such ${thing}, or none that you may see`}>
        The address may be mistyped, or lead to what is not among yours.
        <WayToAll thing={thing} />
      </EmptyList>
    </Page>
  );
}

function WayToAll({ thing }: ThingProps): ReactNode {
  return (
    <div>
      <Button component={Link} to={`/${thing}s`} variant="default" mt="sm">
        All {thing}s
      </Button>
    </div>
  );
}
