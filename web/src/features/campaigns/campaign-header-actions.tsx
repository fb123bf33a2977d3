import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCampaignActionDialog } from './use-campaign-action-dialog.js';
import {
  type Actionable,
  type CampaignAction,
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
            leftSection={action.icon}
            onClick={() => {
              ask(action);
            }}
          >
            {action.label}
          </Button>
        ))}
      {others.length > 0 ? <OtherActions actions={others} ask={ask} /> : null}
      {dialog}
    </>
  );
}

interface OtherActionsProps {
  readonly actions: readonly CampaignAction[];
  readonly ask: (action: CampaignAction) => void;
}

function OtherActions({ actions, ask }: OtherActionsProps): ReactNode {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="More actions">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item
            key={action.id}
            leftSection={action.icon}
            c={action.id === 'archive' ? 'var(--red)' : 'var(--text)'}
            onClick={() => {
              ask(action);
            }}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
