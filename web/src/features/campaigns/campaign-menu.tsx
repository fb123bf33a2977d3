import { IconCalendarTime, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CampaignRowFragment } from '../../client/generated/graphql.js';
import { ActionMenu } from '../../kit/action-menu.js';
import { useCampaignNews } from '../../live/use-live-campaigns.js';
import { useMay } from '../session/session-context.js';
import { useCampaignActionDialog } from './use-campaign-action-dialog.js';
import { menuActionsOf, useCampaignActions } from './use-campaign-actions.js';

/** What can be done with one campaign of a list. */
export function CampaignMenu({ row }: { readonly row: CampaignRowFragment }): ReactNode {
  const { id, name } = row;
  const { desiredStatus } = useCampaignNews(id) ?? row;
  const mayWrite = useMay()('campaign:write');
  const actions = useCampaignActions({ id, name, desiredStatus });
  const { ask, dialog } = useCampaignActionDialog();
  const page = `/campaigns/${id}`;
  return (
    <>
      <ActionMenu
        label={`Actions for ${name}`}
        actions={[
          ...(mayWrite ? [{ label: 'Edit', icon: IconPencil, to: { path: `${page}/edit` } }] : []),
          { label: 'Schedule', icon: IconCalendarTime, to: { path: `${page}/schedule` } },
          ...menuActionsOf(actions, ask),
        ]}
      />
      {dialog}
    </>
  );
}
