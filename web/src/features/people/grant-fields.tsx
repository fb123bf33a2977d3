import { Group, Input, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Role } from '../../../../src/domain/access/role.js';
import { BrandMultiSelect, type NamedBrand } from '../brands/brand-multi-select.js';
import { asksBrands, type GrantValues } from './grant-values.js';
import { needsBrands, ROLE_NAMES, ROLE_SENTENCES, takesBrands } from './roles.js';

export interface GrantFieldsProps {
  /** The roles that can be given. */
  readonly roles: readonly Role[];
  readonly values: GrantValues;
  readonly onChange: (change: Partial<GrantValues>) => void;
  readonly errors: { readonly role?: ReactNode; readonly brandIds?: ReactNode };
  /** The brands of what is changed, with their names. */
  readonly knownBrands: readonly NamedBrand[];
}

/** Asks for a role, saying what each may do, and for its brands where it can have some alone. */
export function GrantFields(props: GrantFieldsProps): ReactNode {
  const { roles, values, onChange, errors, knownBrands } = props;
  const { role, isForSome } = values;
  return (
    <>
      <Select
        label="Role"
        required
        placeholder="Choose a role"
        data={roles.map((one) => ({ value: one, label: ROLE_NAMES[one] }))}
        allowDeselect={false}
        value={role}
        description={role === null ? 'What they may do.' : ROLE_SENTENCES[role]}
        error={errors.role}
        onChange={(chosen) => {
          onChange({ role: chosen });
        }}
        renderOption={({ option }) => <RoleOption role={option.value} />}
        maxDropdownHeight={360}
      />
      {role !== null && takesBrands(role) && !needsBrands(role) ? (
        <Stack gap={4}>
          <Input.Label id="grant-reach">For</Input.Label>
          <Group>
            <SegmentedControl
              aria-labelledby="grant-reach"
              data={[
                { value: 'all', label: 'All brands' },
                { value: 'some', label: 'Chosen brands' },
              ]}
              value={isForSome ? 'some' : 'all'}
              onChange={(reach) => {
                onChange({ isForSome: reach === 'some' });
              }}
            />
          </Group>
        </Stack>
      ) : null}
      {asksBrands(values) ? (
        <BrandMultiSelect
          value={values.brandIds}
          known={knownBrands}
          error={errors.brandIds}
          onChange={(brandIds) => {
            onChange({ brandIds });
          }}
        />
      ) : null}
    </>
  );
}

function RoleOption({ role }: { readonly role: Role }): ReactNode {
  return (
    <Stack gap={0}>
      <Text fz="sm" fw={550}>
        {ROLE_NAMES[role]}
      </Text>
      <Text fz="xs" c="dimmed">
        {ROLE_SENTENCES[role]}
      </Text>
    </Stack>
  );
}
