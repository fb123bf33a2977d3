import { Text } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconRotate,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BrandRowFragment } from '../../client/generated/graphql.js';
import { ActionMenu, type MenuAction } from '../../kit/action-menu.js';
import { ConfirmDialog } from '../../kit/form/confirm-dialog.js';
import { useFocusReturn } from '../../kit/use-focus-return.js';
import { useMay } from '../session/session-context.js';
import { type BrandAct, describeAct } from './brand-acts.js';
import { useBrandAct } from './use-brand-act.js';

export interface BrandMenuProps {
  readonly brand: BrandRowFragment;
  /** Whether the brand's page has a button for it already. */
  readonly hasEdit?: boolean;
}

/** What the viewer may do with a brand; nothing where that is nothing. */
export function BrandMenu({ brand, hasEdit = false }: BrandMenuProps): ReactNode {
  const may = useMay();
  const [asked, setAsked] = useState<BrandAct | null>(null);
  const focus = useFocusReturn();
  const mayWrite = may('brand:write');
  const edit =
    mayWrite && !hasEdit
      ? [{ label: 'Edit', icon: IconPencil, to: { path: `/brands/${brand.id}/edit` } }]
      : [];
  const items = itemsOf(brand, mayWrite, may('budget:reset')).map(({ act, ...item }) => ({
    ...item,
    onClick: () => {
      focus.remember();
      setAsked(act);
    },
  }));
  return (
    <>
      <ActionMenu
        label={`Actions for ${brand.name}`}
        actions={[...edit, ...items]}
        isFramed={hasEdit}
      />
      {asked ? (
        <ConfirmAct
          brand={brand}
          act={asked}
          onClose={() => {
            setAsked(null);
            focus.giveBack();
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

interface Item extends Pick<MenuAction, 'label' | 'icon' | 'isDangerous'> {
  readonly act: BrandAct;
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
