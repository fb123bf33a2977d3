import { PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PasswordOwner } from '../../../../src/domain/access/password.js';
import { ChangePasswordDocument } from '../../client/generated/graphql.js';
import { DialogForm } from '../../kit/form/dialog-form.js';
import { accepted } from '../../kit/form/refusal.js';
import { notifySuccess } from '../../kit/notify.js';
import { Panel } from '../../kit/panel.js';
import { useClient } from '../../live/live-context.js';
import { newPasswordProblem, type PasswordValues } from './password-values.js';

const EMPTY: PasswordValues = { currentPassword: '', newPassword: '', repeated: '' };

/** Changes the viewer's own password. */
export function PasswordPanel({ owner }: { readonly owner: PasswordOwner }): ReactNode {
  const { send } = useClient();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: EMPTY,
    validateInputOnBlur: true,
    validate: {
      currentPassword: (text) => (text === '' ? 'Type your present password.' : null),
      newPassword: (text, values) => newPasswordProblem({ ...values, newPassword: text }, owner),
      repeated: (text, { newPassword }) => (text === newPassword ? null : 'It is not the same.'),
    },
  });
  const field = (name: keyof PasswordValues) => ({
    required: true,
    visibilityToggleButtonProps: { 'aria-label': 'Show or hide what is typed' },
    ...form.getInputProps(name),
  });
  return (
    <Panel
      title="Password"
      description="With a new one you stay signed in here, and are signed out everywhere else."
    >
      <DialogForm
        form={form}
        action="Change password"
        save={async ({ currentPassword, newPassword }) => {
          const input = { currentPassword, newPassword };
          return accepted((await send(ChangePasswordDocument, { input })).changePassword);
        }}
        onSaved={() => {
          form.reset();
          notifySuccess('Your password is changed. You are signed out everywhere else.');
          void queries.invalidateQueries({ queryKey: ['sessions'] });
        }}
      >
        <Stack gap="md" maw={420}>
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            {...field('currentPassword')}
          />
          <PasswordInput
            label="New password"
            description="12 to 200 characters, not a common one. A few words that do not belong together are good."
            autoComplete="new-password"
            {...field('newPassword')}
          />
          <PasswordInput
            label="New password again"
            autoComplete="new-password"
            {...field('repeated')}
          />
        </Stack>
      </DialogForm>
    </Panel>
  );
}
