import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActionMenu } from '../../kit/action-menu.js';
import { useCampaignActionDialog } from './use-campaign-action-dialog.js';
import {
  type Actionable,
  type CampaignAction,
  menuActionsOf,
  useCampaignActions,
} from './use-campaign-actions.js';

/** Those that are used often; the others are in a menu. */
const PRIMARY: ReadonlySet<CampaignAction['id']> = new Set(['activate', 'pause', 'restore']);

/** What can be done with the campaign of a page. */
export function CampaignHeaderActions({ campaign }: { readonly campaign: Actionable }): ReactNode {
  const actions = useCampaignActions(campaign);
  const { ask, dialog } = useCampaignActionDialog();
  const others = actions.filter(({ id }) => !PRIMARY.has(id));
  return (
    <>
      {actions
        .filter(({ id }) => PRIMARY.has(id))
        .map((action) => (
          <Button
            // The same button whatever it does: it keeps the focus.
            key="primary"
            variant={action.id === 'pause' ? 'default' : 'filled'}
            leftSection={<action.icon size={16} aria-hidden />}
            onClick={() => {
              ask(action);
            }}
          >
            {action.label}
          </Button>
        ))}
      <ActionMenu label="More actions" actions={menuActionsOf(others, ask)} isFramed />
      {dialog}
    </>
  );
}
