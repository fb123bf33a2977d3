import { Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import {
  RecordRefundDocument,
  type SpendEntryRowFragment,
  type SpendTargetFragment,
} from '../../client/generated/graphql.js';
import { reasonOf } from '../../kit/form/reason.js';
import { ReasonInput } from '../../kit/form/reason-input.js';
import { Problem } from '../../kit/problem.js';
import { randomKey } from '../../kit/form/random-key.js';
import { showRefusal } from '../../kit/form/resource-form.js';
import { formatMoney } from '../../kit/format/money.js';
import { formatInstant } from '../../kit/format/time.js';
import { useClient } from '../../live/live-context.js';
import { SpendOutcomeView } from './spend-outcome-view.js';
import { CONSOLE_SOURCE, refundAmountProblem } from './spend-values.js';
import { useRecord } from './use-record.js';
import { useSpendTarget } from './use-spend-target.js';

export interface RefundFormProps {
  readonly entry: SpendEntryRowFragment;
  readonly onClose: () => void;
}

interface RefundValues {
  readonly amount: string;
  readonly reason: string;
}

/** Gives back from one spend, once however often it is sent. */
export function RefundForm({ entry, onClose }: RefundFormProps): ReactNode {
  const { send } = useClient();
  const [eventId] = useState(randomKey);
  const [problem, setProblem] = useState<string | null>(null);
  const { refundable } = entry;
  const form = useForm<RefundValues>({
    initialValues: { amount: '', reason: '' },
    validateInputOnBlur: ['amount'],
    validate: { amount: (text) => refundAmountProblem(text, refundable) },
  });
  const campaign = useSpendTarget(entry.campaign.id);
  const [before, setBefore] = useState<SpendTargetFragment | null>(null);
  const recording = useRecord<RefundValues>({
    send: async ({ amount, reason }) => {
      const sent = await send(RecordRefundDocument, {
        input: { entryId: entry.id, amount: amount.trim(), eventId, source: CONSOLE_SOURCE },
        reason: reasonOf(reason),
      });
      return sent.recordRefund;
    },
    onError: (error) => {
      setProblem(showRefusal(form, error));
    },
  });
  if (recording.data) {
    return (
      <SpendOutcomeView recorded={recording.data} before={before} noun="refund" onClose={onClose} />
    );
  }
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        setProblem(null);
        setBefore(campaign);
        recording.mutate(values);
      })}
    >
      <Stack gap="md">
        {problem === null ? null : <Problem title="That was not recorded">{problem}</Problem>}
        <Text fz="sm">{describeEntry(entry)}</Text>
        <TextInput
          label="Amount"
          description={`At most ${formatMoney(refundable)}.`}
          required
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          rightSection={<span aria-hidden>{refundable.currency}</span>}
          rightSectionWidth={56}
          inputContainer={(input) => (
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <Box flex={1}>{input}</Box>
              <Button
                variant="default"
                onClick={() => {
                  form.setFieldValue('amount', refundable.amount);
                  form.clearFieldError('amount');
                }}
              >
                All of it
              </Button>
            </Group>
          )}
          {...form.getInputProps('amount')}
        />
        <ReasonInput {...form.getInputProps('reason')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={recording.isPending}>
            Refund
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function describeEntry({
  amount,
  occurredAt,
  campaign,
  refundable,
}: SpendEntryRowFragment): string {
  const at = formatInstant(occurredAt, campaign.brand.timeZone);
  const isWhole = amount.amount === refundable.amount;
  const rest = isWhole ? '' : ` ${formatMoney(refundable)} of it is left.`;
  return `${formatMoney(amount)}, spent ${at} (${campaign.brand.timeZone}).${rest} It is taken off the day on which it was spent.`;
}
