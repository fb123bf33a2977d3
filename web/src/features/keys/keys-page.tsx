import { Button } from '@mantine/core';
import { IconHistory, IconKeyOff, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { type KeyRowFragment, KeysDocument } from '../../client/generated/graphql.js';
import { useDialog } from '../../kit/form/use-dialog.js';
import type { Column } from '../../kit/list/column.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import { type MenuAction, ActionMenu } from '../../kit/action-menu.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { machineNow } from '../../kit/machine-clock.js';
import { useClient } from '../../live/live-context.js';
import { mayGrant } from '../people/roles.js';
import { useMay, useMe } from '../session/session-context.js';
import { CreateKeyDialog } from './create-key-dialog.js';
import { KEY_COLUMNS } from './key-columns.js';
import { KEY_FILTERS, keyFilterOf, keyOrderOf, NEWEST_KEY_FIRST } from './key-filters.js';
import { describeKeyState } from './key-state.js';
import { RevokeKeyDialog } from './revoke-key-dialog.js';

/** The keys of machines: what they may do, and which are still good. */
export function KeysPage(): ReactNode {
  const may = useMay();
  const load = useLoadKeys();
  const create = useDialog<true>();
  const revoke = useDialog<KeyRowFragment>();
  const columns = useColumns(revoke.open);
  const createButton = may('key:write') ? (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        create.open(true);
      }}
    >
      New key
    </Button>
  ) : null;
  return (
    <>
      <ResourceList<KeyRowFragment>
        title="Keys"
        name="keys"
        columns={columns}
        filters={KEY_FILTERS}
        searchLabel="Search name or beginning"
        defaultSort={NEWEST_KEY_FIRST}
        load={load}
        nameOf={({ name }) => name}
        actions={createButton}
        whenEmpty="A machine gets into Paceline with a key. Give each its own, with the least that it needs."
      />
      <CreateKeyDialog isOpen={create.isOpen} turn={create.turn} onClose={create.close} />
      <RevokeKeyDialog dialog={revoke} />
    </>
  );
}

function useColumns(revoke: (key: KeyRowFragment) => void): readonly Column<KeyRowFragment>[] {
  const { permissions } = useMe();
  return useMemo(() => {
    const actionsOf = (row: KeyRowFragment): MenuAction[] => {
      const canRevoke =
        describeKeyState(row, machineNow()).isGood &&
        permissions.includes('key:write') &&
        mayGrant(permissions, row.role);
      const actions: (MenuAction | false)[] = [
        permissions.includes('audit:read') && {
          label: 'What it did',
          icon: IconHistory,
          to: { path: '/audit', search: { actor: row.id } },
        },
        canRevoke && {
          label: 'Revoke',
          icon: IconKeyOff,
          isDangerous: true,
          onClick: () => revoke(row),
        },
      ];
      return actions.filter((action) => action !== false);
    };
    return [
      ...KEY_COLUMNS,
      {
        id: 'actions',
        header: 'Actions',
        align: 'end',
        cell: (row) => <ActionMenu label={`Actions for ${row.name}`} actions={actionsOf(row)} />,
      },
    ];
  }, [permissions, revoke]);
}

function useLoadKeys(): LoadPage<KeyRowFragment> {
  const { send } = useClient();
  return useCallback(
    async (state, { first, after }, signal) => {
      const filter = keyFilterOf(state);
      const orderBy = keyOrderOf(state.sort);
      const { keys } = await send(KeysDocument, { first, after, filter, orderBy }, signal);
      return { rows: keys.nodes, totalCount: keys.totalCount, ...keys.pageInfo };
    },
    [send],
  );
}
