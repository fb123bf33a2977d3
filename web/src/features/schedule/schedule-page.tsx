import { Button, Group, Stack, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ScheduleOfFragment } from '../../client/generated/graphql.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { useMay } from '../session/session-context.js';
import { CopyDialog } from './copy/copy-dialog.js';
import { ScheduleEditor } from './schedule-editor.js';
import { type ServerClock, useSchedule, useServerNow } from './use-schedule.js';

/** When in a week a campaign may run. Within the campaign's page, which has the title. */
export function SchedulePage(): ReactNode {
  const { campaignId = '' }: { campaignId?: string } = useParams({ strict: false });
  const { data, error, refetch } = useSchedule(campaignId);
  if (data?.campaign) {
    return <Schedule key={campaignId} campaign={data.campaign} clock={data.clock} />;
  }
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  return <PageError error={new Error('There is no such campaign, or none that you may see.')} />;
}

interface ScheduleProps {
  readonly campaign: ScheduleOfFragment;
  readonly clock: ServerClock;
}

function Schedule({ campaign, clock }: ScheduleProps): ReactNode {
  const nowMs = useServerNow(clock);
  const mayWrite = useMay()('campaign:write');
  const [isCopying, setIsCopying] = useState(false);
  return (
    <Stack gap="sm" component="section" aria-labelledby="schedule-title">
      <Group justify="space-between" gap="sm" mih={36}>
        <Title order={2} fz={18} id="schedule-title">
          Schedule
        </Title>
        {mayWrite ? (
          <Button
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => setIsCopying(true)}
          >
            Copy to other campaigns
          </Button>
        ) : null}
      </Group>
      <ScheduleEditor campaign={campaign} nowMs={nowMs} lock={lockOf(campaign, mayWrite)} />
      {isCopying ? <CopyDialog source={campaign} onClose={() => setIsCopying(false)} /> : null}
    </Stack>
  );
}

/** Why its schedule cannot be changed; null: it can. */
function lockOf({ desiredStatus, brand }: ScheduleOfFragment, mayWrite: boolean): string | null {
  if (!mayWrite) {
    return 'You may look at this schedule, but not change it: your role in this agency does not include changing campaigns. Ask an owner, an admin or a manager.';
  }
  if (desiredStatus === 'ARCHIVED') {
    return 'The campaign is archived, so its schedule cannot be changed. Restore the campaign first.';
  }
  if (brand.status === 'ARCHIVED') {
    return `The brand ${brand.name} is archived, so its campaigns’ schedules cannot be changed. Restore the brand first.`;
  }
  return null;
}
