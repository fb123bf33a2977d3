import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { MAX_REASON_LENGTH, reasonOf } from '../../kit/form/reason.js';
import { Dialog } from '../../kit/dialog.js';
import { CreatePasswordLinkDocument } from '../../client/generated/graphql.js';
import { describeError } from '../../kit/describe-error.js';
import { accepted } from '../../kit/form/refusal.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { Problem } from '../../kit/problem.js';
import { Secret } from '../../kit/secret.js';
import { useClient } from '../../live/live-context.js';

export interface PasswordLinkDialogProps {
  readonly member: { readonly id: string; readonly name: string } | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a link by which a member can choose a new password, and shows it once. */
export function PasswordLinkDialog({
  member,
  isOpen,
  onClose,
}: PasswordLinkDialogProps): ReactNode {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={`A password link for ${member?.name ?? ''}`}
      isKept
    >
      {member ? <PasswordLink member={member} onClose={onClose} /> : null}
    </Dialog>
  );
}

interface PasswordLinkProps {
  readonly member: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

function PasswordLink({ member, onClose }: PasswordLinkProps): ReactNode {
  const [reason, setReason] = useState('');
  const { send } = useClient();
  const making = useMutation({
    mutationFn: async () => {
      const variables = { id: member.id, reason: reasonOf(reason) };
      return accepted((await send(CreatePasswordLinkDocument, variables)).createPasswordLink);
    },
  });
  const { data } = making;
  if (data?.link) {
    return (
      <Stack gap="md">
        <Text fz="sm">
          Give this link to {member.name} in private: no mail is sent, and whoever has it is taken
          for them. It is not shown again.
        </Text>
        <Secret label="Link to choose a password" what="link" text={data.link} />
        <Text c="dimmed" fz="sm">
          Good once, until <InstantText instant={data.expiresAt} />. With the new password they are
          signed out everywhere else.
        </Text>
        <Done onClose={onClose} />
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <Stack gap="md">
        {making.error ? <Problem>{describeError(making.error)}</Problem> : null}
        <Text fz="sm">
          With it {member.name} can choose a new password, once and within 24 hours. Links that were
          made for them before are then no longer good; their present password stays until then.
        </Text>
        <TextInput
          label="Reason"
          description="For the audit log; may be left empty."
          maxLength={MAX_REASON_LENGTH}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={making.isPending}>
            Make a link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Done({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Group justify="flex-end">
      <Button onClick={onClose}>Done</Button>
    </Group>
  );
}
