import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { ReasonInput } from '../../kit/form/reason-input.js';
import { currencyChoices, zoneChoices } from './brand-choices.js';
import type { BrandValues } from './brand-form.js';
import { BRAND_STATUSES } from './brand-status.js';

const SHOWN_CHOICES = 80;
export interface BrandFieldsProps {
  readonly form: UseFormReturnType<BrandValues>;
  /** Whether the brand is there already: its currency stays, and it has a status. */
  readonly isEdit: boolean;
  /** The zone it has now; empty: none. */
  readonly zone: string;
}

/** What one decides about a brand. */
export function BrandFields({ form, isEdit, zone }: BrandFieldsProps): ReactNode {
  return (
    <>
      <TextInput
        label="Name"
        required
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <MoneyAndTime form={form} isEdit={isEdit} zone={zone} />
      <Budgets form={form} />
      <TextInput
        label="External id"
        description="The name that your own systems have for it. May be left empty."
        autoComplete="off"
        {...form.getInputProps('externalId')}
      />
      {isEdit ? (
        <>
          <Select
            label="Status"
            description="Paused or archived, none of its campaigns runs."
            allowDeselect={false}
            data={Object.entries(BRAND_STATUSES).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('status')}
          />
          <ReasonInput
            description="Why it is changed, for the audit log. May be left empty."
            {...form.getInputProps('reason')}
          />
        </>
      ) : null}
    </>
  );
}

function MoneyAndTime({ form, isEdit, zone }: BrandFieldsProps): ReactNode {
  const currencies = useMemo(() => (isEdit ? [] : currencyChoices()), [isEdit]);
  const zones = useMemo(() => zoneChoices([zone]), [zone]);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {isEdit ? (
        <TextInput
          label="Currency"
          description="It never changes."
          readOnly
          variant="filled"
          value={form.values.currency}
        />
      ) : (
        <Select
          label="Currency"
          description="Of all its amounts. It can never be changed."
          placeholder="Search, such as EUR or yen"
          required
          searchable
          limit={SHOWN_CHOICES}
          nothingFoundMessage="No currency is called that."
          data={currencies}
          {...form.getInputProps('currency')}
          value={form.values.currency === '' ? null : form.values.currency}
          onChange={(code: string | null) => {
            form.setFieldValue('currency', code ?? '');
            form.clearFieldError('currency');
          }}
        />
      )}
      <Select
        label="Time zone"
        description={
          isEdit
            ? 'A change holds at once; no day is counted twice.'
            : 'Of its days, months and schedules.'
        }
        placeholder="Search, such as Vienna"
        required
        searchable
        allowDeselect={false}
        limit={SHOWN_CHOICES}
        nothingFoundMessage="No zone is called that."
        data={zones}
        {...form.getInputProps('timeZone')}
      />
    </SimpleGrid>
  );
}

const PERIODS = [
  { field: 'dailyBudget', label: 'Daily budget', each: 'day' },
  { field: 'monthlyBudget', label: 'Monthly budget', each: 'month' },
] as const;

function Budgets({ form }: { readonly form: UseFormReturnType<BrandValues> }): ReactNode {
  const { currency } = form.values;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {PERIODS.map(({ field, label, each }) => (
        <TextInput
          key={field}
          label={label}
          description={`Of all its campaigns in a ${each}. Empty: no cap.`}
          inputMode="decimal"
          autoComplete="off"
          placeholder="No cap"
          rightSection={<span aria-hidden>{currency}</span>}
          rightSectionWidth={56}
          {...form.getInputProps(field)}
        />
      ))}
    </SimpleGrid>
  );
}
