import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../kit/dialog.js';
import { readEmail } from '../../../../src/domain/access/read-email.js';
import { MEMBER_ROLES } from '../../../../src/domain/access/role.js';
import { InviteMemberDocument, type InviteMemberMutation } from '../../client/generated/graphql.js';
import { DialogForm } from '../../kit/form/dialog-form.js';
import { accepted } from '../../kit/form/refusal.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { Secret } from '../../kit/secret.js';
import { useClient } from '../../live/live-context.js';
import { useMe } from '../session/session-context.js';
import { GrantFields } from './grant-fields.js';
import { brandsProblem, grantOf, NO_GRANT, roleProblem } from './grant-values.js';
import { mayGrant } from './roles.js';

type Invited = InviteMemberMutation['inviteMember'];

export interface InviteDialogProps {
  readonly isOpen: boolean;
  /** Another one for each opening: what was shown once is gone. */
  readonly turn: number;
  readonly onClose: () => void;
}

/** Invites somebody, and shows the link once. */
export function InviteDialog({ isOpen, turn, onClose }: InviteDialogProps): ReactNode {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Invite somebody" isKept>
      <Invite key={turn} onClose={onClose} />
    </Dialog>
  );
}

function Invite({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [invited, setInvited] = useState<Invited | null>(null);
  return invited?.invitation && invited.link !== null ? (
    <Stack gap="md">
      <Text fz="sm">
        Give this link to {invited.invitation.email}: no mail is sent. Whoever has it is taken for
        them, so pass it on in private. It is not shown again.
      </Text>
      <Secret label="Invitation link" what="link" text={invited.link} />
      <Text c="dimmed" fz="sm">
        Good once, until <InstantText instant={invited.invitation.expiresAt} />. It takes the place
        of any that was given to the address before.
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  ) : (
    <InviteForm onInvited={setInvited} onCancel={onClose} />
  );
}

interface InviteFormProps {
  readonly onInvited: (invited: Invited) => void;
  readonly onCancel: () => void;
}

function InviteForm({ onInvited, onCancel }: InviteFormProps): ReactNode {
  const { send } = useClient();
  const { permissions } = useMe();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { email: '', ...NO_GRANT },
    validate: {
      email: emailProblem,
      role: roleProblem,
      brandIds: (_, values) => brandsProblem(values),
    },
  });
  return (
    <DialogForm
      form={form}
      action="Invite"
      save={async ({ email, ...grant }) =>
        accepted(
          (await send(InviteMemberDocument, { input: { email, ...grantOf(grant) } })).inviteMember,
        )
      }
      onSaved={(done) => {
        onInvited(done);
        void queries.invalidateQueries({ queryKey: ['invitations'] });
      }}
      onCancel={onCancel}
    >
      <TextInput
        label="E-mail address"
        type="email"
        required
        placeholder="ada@example.com"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <GrantFields
        roles={MEMBER_ROLES.filter((role) => mayGrant(permissions, role))}
        values={form.values}
        onChange={form.setValues}
        errors={form.errors}
        knownBrands={[]}
      />
    </DialogForm>
  );
}

function emailProblem(email: string): string | null {
  const reading = readEmail(email, ['email']);
  return reading.ok ? null : (reading.error[0]?.message ?? null);
}
