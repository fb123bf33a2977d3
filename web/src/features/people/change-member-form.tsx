import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { MEMBER_ROLES } from '../../../../src/domain/access/role.js';
import { type MemberRowFragment, UpdateMemberDocument } from '../../client/generated/graphql.js';
import { MAX_REASON_LENGTH, reasonOf } from '../../kit/form/reason.js';
import { DialogForm } from '../../kit/form/dialog-form.js';
import { accepted } from '../../kit/form/refusal.js';
import { useClient } from '../../live/live-context.js';
import { useMe } from '../session/session-context.js';
import { GrantFields } from './grant-fields.js';
import { brandsProblem, grantOf, grantValuesOf, roleProblem } from './grant-values.js';
import { mayGrant } from './roles.js';

export interface ChangeMemberFormProps {
  readonly member: MemberRowFragment;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Changes what a member may do, and for which brands. */
export function ChangeMemberForm({ member, onSaved, onCancel }: ChangeMemberFormProps): ReactNode {
  const { send } = useClient();
  const { permissions } = useMe();
  const form = useForm({
    initialValues: { ...grantValuesOf(member), reason: '' },
    validate: {
      role: roleProblem,
      brandIds: (_, values) => brandsProblem(values),
    },
  });
  return (
    <DialogForm
      form={form}
      action="Save"
      save={async ({ reason, ...grant }) => {
        const input = { id: member.id, ...grantOf(grant) };
        const sent = await send(UpdateMemberDocument, { input, reason: reasonOf(reason) });
        return accepted(sent.updateMember);
      }}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <GrantFields
        roles={MEMBER_ROLES.filter((role) => mayGrant(permissions, role))}
        values={form.values}
        onChange={form.setValues}
        errors={form.errors}
        knownBrands={member.brands ?? []}
      />
      <TextInput
        label="Reason"
        description="For the audit log; may be left empty."
        maxLength={MAX_REASON_LENGTH}
        {...form.getInputProps('reason')}
      />
    </DialogForm>
  );
}
