import { Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { KEY_ROLES } from '../../../../src/domain/access/role.js';
import { CreateKeyDocument, type CreateKeyMutation } from '../../client/generated/graphql.js';
import { DialogForm } from '../../kit/form/dialog-form.js';
import { accepted } from '../../kit/form/refusal.js';
import { ownZone } from '../../kit/format/time.js';
import { machineNow } from '../../kit/machine-clock.js';
import { useClient } from '../../live/live-context.js';
import { GrantFields } from '../people/grant-fields.js';
import {
  brandsProblem,
  grantOf,
  type GrantValues,
  NO_GRANT,
  roleProblem,
} from '../people/grant-values.js';
import { mayGrant } from '../people/roles.js';
import { useMe } from '../session/session-context.js';
import { type ExpiryChoice, expiresAtOf, expiryProblem, type ExpiryValues } from './key-expiry.js';

const EXPIRIES: readonly { readonly value: ExpiryChoice; readonly label: string }[] = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '365 days' },
  { value: 'date', label: 'Until a day' },
  { value: 'never', label: 'Without an end' },
];
const MAX_NAME_LENGTH = 200;

interface KeyValues extends GrantValues, ExpiryValues {
  readonly name: string;
}

export interface CreateKeyFormProps {
  readonly onMade: (made: CreateKeyMutation['createKey']) => void;
  readonly onCancel: () => void;
}

/** Asks what a new key is for, what it may do, and until when. */
export function CreateKeyForm({ onMade, onCancel }: CreateKeyFormProps): ReactNode {
  const { send } = useClient();
  const { permissions } = useMe();
  const queries = useQueryClient();
  const form = useForm<KeyValues>({
    initialValues: { name: '', ...NO_GRANT, expiry: '90', expiresOn: '' },
    validate: {
      name: nameProblem,
      role: roleProblem,
      brandIds: (_, values) => brandsProblem(values),
      expiresOn: (_, values) => expiryProblem(values, machineNow()),
    },
  });
  return (
    <DialogForm
      form={form}
      action="Make the key"
      save={async ({ name, expiry, expiresOn, ...grant }) => {
        const expiresAt = expiresAtOf({ expiry, expiresOn }, machineNow());
        const input = { name: name.trim(), ...grantOf(grant), expiresAt };
        return accepted((await send(CreateKeyDocument, { input })).createKey);
      }}
      onSaved={(made) => {
        onMade(made);
        void queries.invalidateQueries({ queryKey: ['keys'] });
      }}
      onCancel={onCancel}
    >
      <TextInput
        label="Name"
        required
        description="What it is for, such as the machine that uses it."
        maxLength={MAX_NAME_LENGTH}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <GrantFields
        roles={KEY_ROLES.filter((role) => mayGrant(permissions, role))}
        values={form.values}
        onChange={form.setValues}
        errors={form.errors}
        knownBrands={[]}
      />
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <Select
          label="Good for"
          data={EXPIRIES}
          allowDeselect={false}
          {...form.getInputProps('expiry')}
        />
        {form.values.expiry === 'date' ? (
          <TextInput
            label="Last day"
            type="date"
            required
            description={`Until it ends in ${ownZone()}.`}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('expiresOn')}
          />
        ) : null}
      </Group>
    </DialogForm>
  );
}

function nameProblem(name: string): string | null {
  return name.trim() === '' ? 'Give it a name.' : null;
}
