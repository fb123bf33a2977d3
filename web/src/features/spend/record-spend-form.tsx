import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { RecordSpendDocument, type SpendTargetFragment } from '../../client/generated/graphql.js';
import { Problem } from '../../kit/problem.js';
import { randomKey } from '../../kit/form/random-key.js';
import { showRefusal } from '../../kit/form/resource-form.js';
import { useClient } from '../../live/live-context.js';
import { CampaignSelect } from '../campaigns/campaign-select.js';
import { SpendOutcomeView } from './spend-outcome-view.js';
import {
  CONSOLE_SOURCE,
  eventIdProblem,
  isShownTwice,
  occurredAtOf,
  spendAmountProblem,
  wallProblem,
} from './spend-values.js';
import { useRecord } from './use-record.js';
import { useSpendTarget } from './use-spend-target.js';

interface SpendValues {
  readonly campaignId: string | null;
  readonly amount: string;
  /** On the brand's clocks; empty: now. */
  readonly occurredAt: string;
  readonly eventId: string;
}

export interface RecordSpendFormProps {
  /** The campaign, where it is not to be chosen. */
  readonly fixedCampaignId: string | null;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Records one spend. Its key stays the same however often it is sent, so that it is recorded once. */
export function RecordSpendForm(props: RecordSpendFormProps): ReactNode {
  const { fixedCampaignId, onAgain, onClose } = props;
  const { send } = useClient();
  const [eventId] = useState(randomKey);
  const [problem, setProblem] = useState<string | null>(null);
  const [before, setBefore] = useState<SpendTargetFragment | null>(null);
  const form = useForm<SpendValues>({
    initialValues: { campaignId: fixedCampaignId, amount: '', occurredAt: '', eventId },
    validateInputOnBlur: ['amount', 'occurredAt', 'eventId'],
    validate: {
      campaignId: (id) => (id === null ? 'Choose the campaign.' : null),
      amount: spendAmountProblem,
      occurredAt: (wall) => wallProblem(wall, zone),
      eventId: eventIdProblem,
    },
  });
  const target = useSpendTarget(form.values.campaignId);
  const zone = target?.brand.timeZone ?? null;
  const recording = useRecord<SpendValues>({
    send: async ({ campaignId, amount, occurredAt, eventId: key }) => {
      const at = occurredAtOf(occurredAt, zone);
      const input = {
        campaignId,
        amount: amount.trim(),
        eventId: key,
        source: CONSOLE_SOURCE,
        ...(target ? { currency: target.brand.currency } : {}),
        ...(at === undefined ? {} : { occurredAt: at }),
      };
      return (await send(RecordSpendDocument, { input })).recordSpend;
    },
    onError: (error) => {
      setProblem(showRefusal(form, error));
    },
  });
  if (recording.data) {
    const outcome = { recorded: recording.data, before, noun: 'spend', onAgain, onClose };
    return <SpendOutcomeView {...outcome} />;
  }
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        setProblem(null);
        setBefore(target);
        recording.mutate(values);
      })}
    >
      <Stack gap="md">
        {problem === null ? null : <Problem title="That was not recorded">{problem}</Problem>}
        {fixedCampaignId === null ? (
          <CampaignSelect
            label="Campaign"
            placeholder="Search by name"
            brandId={null}
            value={form.values.campaignId}
            error={form.errors.campaignId}
            onChange={(chosen) => {
              form.setFieldValue('campaignId', chosen?.id ?? null);
            }}
          />
        ) : null}
        <SpendFields form={form} target={target} isFirst={fixedCampaignId !== null} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={recording.isPending}>
            Record
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SpendFieldsProps {
  readonly form: UseFormReturnType<SpendValues>;
  readonly target: SpendTargetFragment | null;
  /** Whether nothing is to be filled in before them. */
  readonly isFirst: boolean;
}

function SpendFields({ form, target, isFirst }: SpendFieldsProps): ReactNode {
  const zone = target?.brand.timeZone ?? null;
  const twice = isShownTwice(form.values.occurredAt, zone)
    ? ' The clocks show this time twice: the first is meant.'
    : '';
  return (
    <>
      <TextInput
        label="Amount"
        {...(isFirst ? { 'data-autofocus': true } : {})}
        description="In the brand’s currency, with up to 6 decimals."
        required
        inputMode="decimal"
        autoComplete="off"
        rightSection={<span aria-hidden>{target?.brand.currency}</span>}
        rightSectionWidth={56}
        {...form.getInputProps('amount')}
      />
      <TextInput
        type="datetime-local"
        label="When it happened"
        description={
          zone === null
            ? 'Empty: now. Else on the clocks of the campaign’s brand: choose the campaign first.'
            : `Empty: now. Else on the clocks of ${zone}, at most 35 days ago.${twice}`
        }
        disabled={zone === null}
        {...form.getInputProps('occurredAt')}
      />
      <TextInput
        label="Event id"
        description="Sent again with the same one, it is not counted again."
        required
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('eventId')}
      />
    </>
  );
}
