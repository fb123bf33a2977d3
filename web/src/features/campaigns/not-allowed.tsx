import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyList } from '../../kit/list/empty-list.js';

/** What stands where somebody would change something who may only look at it. */
export function NotAllowed(): ReactNode {
  return (
    <EmptyList title="You may look at campaigns, but not change them">
      Whoever runs your agency can give you a role that may.
      <div>
        <Button component={Link} to="/campaigns" variant="default" mt="sm">
          All campaigns
        </Button>
      </div>
    </EmptyList>
  );
}
