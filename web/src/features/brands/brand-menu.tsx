import { ActionIcon, Menu, Text } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconRotate,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import type { BrandRowFragment } from '../../client/generated/graphql.js';
import { ConfirmDialog } from '../../kit/form/confirm-dialog.js';
import { useMay } from '../session/session-context.js';
import { type BrandAct, describeAct } from './brand-acts.js';
import { useBrandAct } from './use-brand-act.js';

const ICON_SIZE = 16;

export interface BrandMenuProps {
  readonly brand: BrandRowFragment;
  /** Whether the brand's page has a button for it already. */
  readonly hasEdit?: boolean;
}

/** What the viewer may do with a brand; nothing where that is nothing. */
export function BrandMenu({ brand, hasEdit = false }: BrandMenuProps): ReactNode {
  const may = useMay();
  const [asked, setAsked] = useState<BrandAct | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const items = itemsOf(brand, may('brand:write'), may('budget:reset'));
  if (items.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon
            ref={trigger}
            variant="subtle"
            color="gray"
            c="var(--text)"
            aria-label={`Actions for ${brand.name}`}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may('brand:write') && !hasEdit ? (
            <Menu.Item
              component={Link}
              to={`/brands/${brand.id}/edit`}
              leftSection={<IconPencil size={ICON_SIZE} aria-hidden />}
            >
              Edit
            </Menu.Item>
          ) : null}
          {items.map(({ label, icon: Icon, act, isDangerous }) => (
            <Menu.Item
              key={label}
              leftSection={<Icon size={ICON_SIZE} aria-hidden />}
              {...(isDangerous ? { c: 'var(--red)' } : {})}
              onClick={() => {
                setAsked(act);
              }}
            >
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked ? (
        <ConfirmAct
          brand={brand}
          act={asked}
          onClose={() => {
            setAsked(null);
            // The item that asked is gone: the focus goes back to the menu.
            setTimeout(() => trigger.current?.focus({ preventScroll: true }));
          }}
        />
      ) : null}
    </>
  );
}

interface ConfirmActProps {
  readonly brand: BrandRowFragment;
  readonly act: BrandAct;
  readonly onClose: () => void;
}

function ConfirmAct({ brand, act, onClose }: ConfirmActProps): ReactNode {
  const doing = useBrandAct(brand);
  const words = describeAct(act, brand);
  return (
    <ConfirmDialog
      isOpen
      title={words.title}
      action={words.action}
      isDangerous={words.isDangerous}
      isBusy={doing.isPending}
      onConfirm={(reason) => {
        doing.mutate({ act, reason }, { onSettled: onClose });
      }}
      onClose={onClose}
    >
      <Text fz="sm">{words.explanation}</Text>
    </ConfirmDialog>
  );
}

interface Item {
  readonly label: string;
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  readonly act: BrandAct;
  readonly isDangerous?: boolean;
}

const PAUSE: Item = {
  label: 'Pause',
  icon: IconPlayerPause,
  act: { kind: 'status', status: 'PAUSED' },
};
const ACTIVATE: Item = {
  label: 'Activate',
  icon: IconPlayerPlay,
  act: { kind: 'status', status: 'ACTIVE' },
};
const RESTORE: Item = {
  label: 'Restore',
  icon: IconArchiveOff,
  act: { kind: 'status', status: 'PAUSED' },
};
const ARCHIVE: Item = {
  label: 'Archive',
  icon: IconArchive,
  act: { kind: 'status', status: 'ARCHIVED' },
  isDangerous: true,
};
const RESETS: readonly Item[] = [
  { label: 'Reset day', icon: IconRotate, act: { kind: 'reset', period: 'DAY' } },
  { label: 'Reset month', icon: IconRotate, act: { kind: 'reset', period: 'MONTH' } },
];

function itemsOf(
  { status }: BrandRowFragment,
  mayWrite: boolean,
  mayReset: boolean,
): readonly Item[] {
  if (status === 'ARCHIVED') return mayWrite ? [RESTORE] : [];
  return [
    ...(mayWrite ? [status === 'ACTIVE' ? PAUSE : ACTIVATE] : []),
    ...(mayReset ? RESETS : []),
    ...(mayWrite ? [ARCHIVE] : []),
  ];
}
