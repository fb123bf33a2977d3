import { Button } from '@mantine/core';
import {
  IconHistory,
  IconKey,
  IconUserEdit,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo } from 'react';
import { Dialog } from '../../kit/dialog.js';
import {
  type MemberRowFragment,
  MembersDocument,
  OwnersDocument,
} from '../../client/generated/graphql.js';
import { useDialog } from '../../kit/form/use-dialog.js';
import { ResourceList } from '../../kit/list/resource-list.js';
import { type MenuAction, ActionMenu } from '../../kit/action-menu.js';
import type { LoadPage } from '../../kit/list/use-list-page.js';
import { notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';
import { useMay, useMe } from '../session/session-context.js';
import { ChangeMemberForm } from './change-member-form.js';
import { InviteDialog } from './invite-dialog.js';
import { memberColumns } from './member-columns.js';
import { MEMBER_FILTERS, memberFilterOf, memberOrderOf, NEWEST_FIRST } from './member-filters.js';
import { memberOptions } from './member-rules.js';
import { PasswordLinkDialog } from './password-link-dialog.js';
import { PeopleTabs } from './people-tabs.js';
import { RemoveMemberDialog } from './remove-member-dialog.js';

/** The people of the agency, and what they may do. */
export function PeoplePage(): ReactNode {
  const { person } = useMe();
  const may = useMay();
  const load = useLoadMembers();
  const invite = useDialog<true>();
  const change = useDialog<MemberRowFragment>();
  const link = useDialog<MemberRowFragment>();
  const remove = useDialog<MemberRowFragment>();
  const actionsOf = useActions({ change: change.open, link: link.open, remove: remove.open });
  const columns = useMemo(
    () => [
      ...memberColumns(person?.id ?? null),
      {
        id: 'actions',
        header: 'Actions',
        align: 'end' as const,
        cell: (row: MemberRowFragment) => (
          <ActionMenu label={`Actions for ${row.name}`} actions={actionsOf(row)} />
        ),
      },
    ],
    [person, actionsOf],
  );
  const onChanged = useOnChanged();
  return (
    <>
      <ResourceList<MemberRowFragment>
        title="People"
        name="members"
        above={<PeopleTabs />}
        columns={columns}
        filters={MEMBER_FILTERS}
        searchLabel="Search name or e-mail"
        defaultSort={NEWEST_FIRST}
        load={load}
        nameOf={({ name }) => name}
        actions={
          may('member:write') ? (
            <Button
              leftSection={<IconUserPlus size={16} aria-hidden />}
              onClick={() => {
                invite.open(true);
              }}
            >
              Invite
            </Button>
          ) : null
        }
        whenEmpty="Invite somebody, and give them the link."
      />
      <InviteDialog isOpen={invite.isOpen} turn={invite.turn} onClose={invite.close} />
      <Dialog
        isOpen={change.isOpen}
        onClose={change.close}
        title={`What ${change.subject?.name ?? ''} may do`}
      >
        {change.subject ? (
          <ChangeMemberForm
            key={change.turn}
            member={change.subject}
            onCancel={change.close}
            onSaved={() => {
              change.close();
              notifySuccess(`${change.subject?.name ?? 'The member'} is changed.`);
              onChanged(change.subject?.id);
            }}
          />
        ) : null}
      </Dialog>
      <PasswordLinkDialog
        key={`link-${link.turn}`}
        member={link.subject}
        isOpen={link.isOpen}
        onClose={link.close}
      />
      <RemoveMemberDialog dialog={remove} onRemoved={onChanged} />
    </>
  );
}

interface Doing {
  readonly change: (member: MemberRowFragment) => void;
  readonly link: (member: MemberRowFragment) => void;
  readonly remove: (member: MemberRowFragment) => void;
}

/** What the viewer can do with a member. */
function useActions({ change, link, remove }: Doing): (member: MemberRowFragment) => MenuAction[] {
  const { send } = useClient();
  const { permissions } = useMe();
  const { data } = useQuery({
    queryKey: ['members', 'owners'],
    queryFn: ({ signal }) => send(OwnersDocument, {}, signal),
  });
  const owners = data?.members.totalCount ?? null;
  return useCallback(
    (member) => {
      const can = memberOptions(member, { permissions, owners });
      const actions: (MenuAction | false)[] = [
        can.canChange && {
          label: 'Change role and brands',
          icon: IconUserEdit,
          onClick: () => change(member),
        },
        can.canLink && {
          label: 'Make a password link',
          icon: IconKey,
          onClick: () => link(member),
        },
        permissions.includes('audit:read') && {
          label: 'What they did',
          icon: IconHistory,
          to: { path: '/audit', search: { actor: member.id } },
        },
        can.canRemove && {
          label: 'Remove',
          icon: IconUserMinus,
          isDangerous: true,
          onClick: () => remove(member),
        },
      ];
      return actions.filter((action) => action !== false);
    },
    [permissions, owners, change, link, remove],
  );
}

/** Reads again what a change of a member has made old. */
function useOnChanged(): (id: string | undefined) => void {
  const queries = useQueryClient();
  const { person } = useMe();
  return useCallback(
    (id) => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      if (id === person?.id) void queries.invalidateQueries({ queryKey: ['me'] });
    },
    [queries, person],
  );
}

function useLoadMembers(): LoadPage<MemberRowFragment> {
  const { send } = useClient();
  return useCallback(
    async (state, { first, after }, signal) => {
      const filter = memberFilterOf(state);
      const orderBy = memberOrderOf(state.sort);
      const { members } = await send(MembersDocument, { first, after, filter, orderBy }, signal);
      return { rows: members.nodes, totalCount: members.totalCount, ...members.pageInfo };
    },
    [send],
  );
}
