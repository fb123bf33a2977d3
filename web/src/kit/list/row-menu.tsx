import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';

const ICON_SIZE = 16;

/** Something that can be done with a row: by what it calls, or at another page. */
export interface RowAction {
  /** A verb. */
  readonly label: string;
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  readonly isDangerous?: boolean;
  readonly onClick?: () => void;
  /** Where it leads, with the state of that page. */
  readonly to?: { readonly path: string; readonly search: Readonly<Record<string, string>> };
}

export interface RowMenuProps {
  /** What the row is called. */
  readonly name: string;
  readonly actions: readonly RowAction[];
}

/** What can be done with a row; nothing where that is nothing. */
export function RowMenu({ name, actions }: RowMenuProps): ReactNode {
  if (actions.length === 0) return null;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--text)"
          aria-label={`Actions for ${name}`}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <RowMenuItem key={action.label} action={action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function RowMenuItem({ action }: { readonly action: RowAction }): ReactNode {
  const { label, icon: Icon, isDangerous, onClick, to } = action;
  const leftSection = <Icon size={ICON_SIZE} aria-hidden />;
  if (to) {
    return (
      <Menu.Item
        component={Link}
        to={to.path}
        search={to.search as never}
        leftSection={leftSection}
      >
        {label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item
      leftSection={leftSection}
      c={isDangerous ? 'var(--red)' : 'var(--text)'}
      onClick={() => onClick?.()}
    >
      {label}
    </Menu.Item>
  );
}
