import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { UpdateAgencyDocument } from '../../client/generated/graphql.js';
import { MAX_REASON_LENGTH, reasonOf } from '../../kit/form/reason.js';
import { DialogForm } from '../../kit/form/dialog-form.js';
import { accepted } from '../../kit/form/refusal.js';
import { notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';

const MAX_NAME_LENGTH = 200;

/** Gives the agency another name. */
export function AgencyNameForm({ name }: { readonly name: string }): ReactNode {
  const { send } = useClient();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { name, reason: '' },
    validate: { name: (text) => (text.trim() === '' ? 'Give it a name.' : null) },
  });
  return (
    <DialogForm
      form={form}
      action="Save"
      save={async (values) => {
        const input = { name: values.name.trim() };
        const variables = { input, reason: reasonOf(values.reason) };
        return accepted((await send(UpdateAgencyDocument, variables)).updateAgency);
      }}
      onSaved={() => {
        notifySuccess('The agency has its new name.');
        void queries.invalidateQueries({ queryKey: ['agency'] });
        void queries.invalidateQueries({ queryKey: ['me'] });
      }}
    >
      <TextInput
        label="Name"
        required
        maxLength={MAX_NAME_LENGTH}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      {form.isDirty('name') ? (
        <TextInput
          label="Reason"
          description="For the audit log; may be left empty."
          maxLength={MAX_REASON_LENGTH}
          {...form.getInputProps('reason')}
        />
      ) : null}
    </DialogForm>
  );
}
