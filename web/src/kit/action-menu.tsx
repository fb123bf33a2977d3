import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';

const ICON_SIZE = 16;

/** Something that can be done with a thing: by what it calls, or at another page. */
export interface MenuAction {
  /** A verb. */
  readonly label: string;
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  readonly isDangerous?: boolean;
  readonly onClick?: () => void;
  /** Where it leads, with the state of that page. */
  readonly to?: { readonly path: string; readonly search?: Readonly<Record<string, string>> };
}

export interface ActionMenuProps {
  /** What the button is called, such as `Actions for Spring sale`. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** Whether it stands beside buttons, and not in a row. */
  readonly isFramed?: boolean;
}

/** What can be done with a row or a page; nothing where that is nothing. */
export function ActionMenu({ label, actions, isFramed = false }: ActionMenuProps): ReactNode {
  if (actions.length === 0) return null;
  const look = isFramed
    ? ({ variant: 'default', size: 36 } as const)
    : ({ variant: 'subtle', color: 'gray', c: 'var(--text)' } as const);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon {...look} aria-label={label}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <ActionItem key={action.label} action={action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ActionItem({ action }: { readonly action: MenuAction }): ReactNode {
  const { label, icon: Icon, isDangerous, onClick, to } = action;
  const leftSection = <Icon size={ICON_SIZE} aria-hidden />;
  if (to) {
    return (
      <Menu.Item
        component={Link}
        to={to.path}
        search={(to.search ?? {}) as never}
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
