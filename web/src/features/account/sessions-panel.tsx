import { Button, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  RevokeSessionDocument,
  SessionsDocument,
  type SessionsQuery,
} from '../../client/generated/graphql.js';
import { ConfirmDialog } from '../../kit/form/confirm-dialog.js';
import { accepted } from '../../kit/form/refusal.js';
import { useDialog } from '../../kit/form/use-dialog.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { PageError } from '../../kit/page-error.js';
import { Panel } from '../../kit/panel.js';
import { useClient } from '../../live/live-context.js';
import classes from './account.module.css';
import { SessionRow } from './session-row.js';
import { userAgentInWords } from './user-agent-words.js';

/** A place where the viewer is signed in. */
export type OwnSession = SessionsQuery['sessions'][number];

/** Where the viewer is signed in, and the ways to end that. */
export function SessionsPanel(): ReactNode {
  const { send } = useClient();
  const asked = useDialog<readonly OwnSession[]>();
  const ending = useEndSessions(asked.close);
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => send(SessionsDocument, {}, signal),
  });
  const sessions = data?.sessions ?? [];
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  const [first, second] = asked.subject ?? [];
  return (
    <Panel
      title="Where you are signed in"
      actions={
        others.length > 1 ? (
          <Button
            size="xs"
            variant="default"
            flex="none"
            onClick={() => {
              asked.open(others);
            }}
          >
            End all others
          </Button>
        ) : null
      }
    >
      {error ? <PageError error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <Skeleton height={80} />}
      <ul className={classes.rows}>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={() => {
              asked.open([session]);
            }}
          />
        ))}
      </ul>
      <ConfirmDialog
        key={asked.turn}
        isOpen={asked.isOpen}
        title={second ? 'Sign out everywhere else?' : 'Sign out there?'}
        action={second ? 'End all others' : 'End it'}
        isDangerous
        asksReason={false}
        isBusy={ending.isPending}
        onConfirm={() => {
          ending.mutate((asked.subject ?? []).map(({ id }) => id));
        }}
        onClose={asked.close}
      >
        <Text fz="sm">
          {second
            ? `${asked.subject?.length ?? 0} sessions end within seconds; this one stays.`
            : `${userAgentInWords(first?.userAgent ?? null)}, from ${first?.origin ?? ''}, is signed out within seconds.`}
        </Text>
      </ConfirmDialog>
    </Panel>
  );
}

function useEndSessions(onSettled: () => void) {
  const { send } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) {
        accepted((await send(RevokeSessionDocument, { id })).revokeSession);
      }
      return ids.length;
    },
    onSuccess: (count) => {
      notifySuccess(count === 1 ? 'The session is ended.' : `${count} sessions are ended.`);
    },
    onError: notifyFailure,
    onSettled: async () => {
      onSettled();
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
}
