import { Alert, Anchor } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './campaign-overview.module.css';

/** Says what is next for a campaign that was made just now. */
export function CreatedHint({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { created }: { created?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  if (created === undefined) return null;
  return (
    <div className={classes.whole}>
      <Alert
        color="pace"
        variant="outline"
        icon={<IconCalendarTime aria-hidden />}
        title="The campaign is made"
        role="status"
        withCloseButton
        closeButtonLabel="Close this hint"
        onClose={() => {
          void navigate({ to: '.', search: {} as never, replace: true });
        }}
      >
        It may run at all hours. If it should not, give it its hours on the tab{' '}
        <Anchor component={Link} to={`/campaigns/${campaignId}/schedule`} td="underline">
          Schedule
        </Anchor>
        .
      </Alert>
    </div>
  );
}
