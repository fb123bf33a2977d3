import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopyCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SpendRecordedFragment } from '../../client/generated/graphql.js';
import { formatMoney } from '../../kit/format/money.js';
import { UsageBar } from '../../kit/usage-bar.js';
import { StatusBadge } from '../campaigns/status-badge.js';
import { type CampaignNow, describeOutcome } from './spend-outcome.js';

export interface SpendOutcomeViewProps {
  readonly recorded: SpendRecordedFragment;
  /** The campaign as it was before. */
  readonly before: CampaignNow | null;
  /** What it is called: a spend or a refund. */
  readonly noun: string;
  readonly onAgain?: () => void;
  readonly onClose: () => void;
}

/** What became of a spend or refund, and of its campaign. */
export function SpendOutcomeView(props: SpendOutcomeViewProps): ReactNode {
  const { recorded, before, noun, onAgain, onClose } = props;
  const { duplicate, entry, campaign } = recorded;
  return (
    <Stack gap="md">
      <Alert
        role="status"
        variant="outline"
        color={duplicate ? 'var(--amber)' : 'pace'}
        icon={duplicate ? <IconCopyCheck aria-hidden /> : <IconCheck aria-hidden />}
        title={duplicate ? 'It was recorded before' : `The ${noun} is recorded`}
      >
        <Text fz="sm">
          {entry ? `${formatMoney(entry.amount)} of ${campaign?.name ?? 'the campaign'}. ` : ''}
          {duplicate ? 'Nothing was counted again. ' : ''}
          {entry?.whileBlocked
            ? 'It happened while the campaign was not active; it counts all the same. '
            : ''}
          {campaign ? describeOutcome(before, campaign) : ''}
        </Text>
      </Alert>
      {campaign ? (
        <Stack gap="xs">
          <Group justify="space-between">
            <Text fz="sm">The campaign now</Text>
            <StatusBadge status={campaign.status} decidedBy={campaign.blockers[0]?.code ?? null} />
          </Group>
          {(['today', 'thisMonth'] as const).map((period) => (
            <Group key={period} justify="space-between">
              <Text fz="sm">{period === 'today' ? 'Its day' : 'Its month'}</Text>
              <span style={{ width: 170, textAlign: 'end' }}>
                <UsageBar
                  utilization={campaign[period].utilization}
                  label={period === 'today' ? 'Daily utilisation' : 'Monthly utilisation'}
                />
              </span>
            </Group>
          ))}
        </Stack>
      ) : null}
      <Group justify="flex-end" gap="xs">
        {onAgain ? (
          <Button variant="default" onClick={onAgain}>
            Record another
          </Button>
        ) : null}
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
