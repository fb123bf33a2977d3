import { Box, Input, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useId } from 'react';
import { ReasonInput } from '../../kit/form/reason-input.js';
import type { DesiredStatus } from '../../client/generated/graphql.js';
import { BudgetInput } from './budget-input.js';
import type { CampaignFormValues } from './campaign-form-values.js';
import { FlightInput } from './flight-input.js';

const STATUSES: readonly { readonly value: DesiredStatus; readonly label: string }[] = [
  { value: 'ACTIVE', label: 'Active' },
  { value: 'PAUSED', label: 'Paused' },
];

export interface CampaignFieldsProps {
  readonly form: UseFormReturnType<CampaignFormValues>;
  /** Whether the campaign is there already, so that it can be archived, and a change has a reason. */
  readonly isKnown: boolean;
}

/** All that a person decides about a campaign, but for its brand and its hours. */
export function CampaignFields({ form, isKnown }: CampaignFieldsProps): ReactNode {
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput label="Name" required autoComplete="off" {...form.getInputProps('name')} />
        <TextInput
          label="External id"
          description="Your own key for it, unique among all campaigns."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('externalId')}
        />
      </SimpleGrid>
      <DesiredStatusInput form={form} isKnown={isKnown} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <BudgetInput form={form} name="dailyBudget" label="Daily budget" />
        <BudgetInput form={form} name="monthlyBudget" label="Monthly budget" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <FlightInput form={form} name="startsAt" label="Flight begins" none="It has begun." />
        <FlightInput form={form} name="endsAt" label="Flight ends" none="It never ends." />
      </SimpleGrid>
      {isKnown ? <ReasonInput {...form.getInputProps('reason')} /> : null}
    </Stack>
  );
}

function DesiredStatusInput({ form, isKnown }: CampaignFieldsProps): ReactNode {
  const id = useId();
  const { value, onChange } = form.getInputProps('desiredStatus') as {
    value: DesiredStatus;
    onChange: (value: string) => void;
  };
  const data = isKnown
    ? [...STATUSES, { value: 'ARCHIVED' as const, label: 'Archived' }]
    : STATUSES;
  return (
    <Input.Wrapper
      id={id}
      label="Desired status"
      labelElement="div"
      description={MEANINGS[value]}
      inputWrapperOrder={['label', 'input', 'description']}
    >
      <Box mb={5}>
        <SegmentedControl
          aria-labelledby={`${id}-label`}
          data={[...data]}
          value={value}
          onChange={onChange}
        />
      </Box>
    </Input.Wrapper>
  );
}

const MEANINGS: Readonly<Record<DesiredStatus, string>> = {
  ACTIVE: 'It runs whenever its budgets, its flight and its schedule allow.',
  PAUSED: 'It does not run until a person activates it.',
  ARCHIVED: 'It is out of use, and kept for its history.',
};
