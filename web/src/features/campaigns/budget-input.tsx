import { Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { exponentOf } from '../../../../src/domain/money/currency.js';
import { DECIMAL_PATTERN } from '../../../../src/domain/money/micros.js';
import { formatMoney } from '../../kit/format/money.js';
import { type CampaignFormValues } from './campaign-form-values.js';
import { budgetProblem } from './validate-campaign.js';

export interface BudgetInputProps {
  readonly form: UseFormReturnType<CampaignFormValues>;
  readonly name: 'dailyBudget' | 'monthlyBudget';
  readonly label: string;
}

/** A cap in the brand's currency, as a decimal; what was typed is read back beside it. */
export function BudgetInput({ form, name, label }: BudgetInputProps): ReactNode {
  const { currency } = form.getValues();
  const text = form.getValues()[name].trim();
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      placeholder={currency === '' ? 'no cap' : placeholderOf(currency)}
      description={describe(text, currency)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSection={
        currency === '' ? null : (
          <Text component="span" fz="xs" fw={600} c="dimmed">
            {currency}
          </Text>
        )
      }
      rightSectionWidth={52}
      rightSectionPointerEvents="none"
      classNames={{ input: 'number' }}
      {...form.getInputProps(name)}
    />
  );
}

function describe(text: string, currency: string): string {
  if (text === '') return 'Empty: no cap.';
  const isAmount = DECIMAL_PATTERN.test(text) && budgetProblem(text, currency) === null;
  return isAmount && currency !== '' ? formatMoney({ amount: text, currency }) : ' ';
}

function placeholderOf(currency: string): string {
  const decimals = exponentOf(currency);
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}
