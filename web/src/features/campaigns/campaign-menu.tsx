import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarTime, IconDots, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CampaignRowFragment } from '../../client/generated/graphql.js';
import { useCampaignNews } from '../../live/use-live-campaigns.js';
import { useMay } from '../session/session-context.js';
import { useCampaignActionDialog } from './use-campaign-action-dialog.js';
import { useCampaignActions } from './use-campaign-actions.js';

const ICON_SIZE = 16;

/** What can be done with one campaign of a list. */
export function CampaignMenu({ row }: { readonly row: CampaignRowFragment }): ReactNode {
  const { id, name } = row;
  const { desiredStatus } = useCampaignNews(id) ?? row;
  const mayWrite = useMay()('campaign:write');
  const actions = useCampaignActions({ id, name, desiredStatus });
  const { ask, dialog } = useCampaignActionDialog();
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--text-soft)"
            aria-label={`Actions for ${name}`}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWrite ? (
            <Menu.Item
              component={Link}
              to={`/campaigns/${id}/edit`}
              leftSection={<IconPencil size={ICON_SIZE} aria-hidden />}
            >
              Edit
            </Menu.Item>
          ) : null}
          <Menu.Item
            component={Link}
            to={`/campaigns/${id}/schedule`}
            leftSection={<IconCalendarTime size={ICON_SIZE} aria-hidden />}
          >
            Schedule
          </Menu.Item>
          {actions.length > 0 ? <Menu.Divider /> : null}
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
      {dialog}
    </>
  );
}
