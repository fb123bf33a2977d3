import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { JobsDocument } from '../../client/generated/graphql.js';
import { ConfirmDialog } from '../../kit/form/confirm-dialog.js';
import { useDialog } from '../../kit/form/use-dialog.js';
import { EmptyList } from '../../kit/list/empty-list.js';
import { Page } from '../../kit/page.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { useClient } from '../../live/live-context.js';
import { useMay } from '../session/session-context.js';
import { JobCard } from './job-card.js';
import { useRunJob } from './use-run-job.js';

const REFETCH_MS = 5_000;

/** What Paceline does by itself, when, and how that went. */
export function JobsPage(): ReactNode {
  const { send } = useClient();
  const may = useMay();
  const asked = useDialog<string>();
  const running = useRunJob(asked.close);
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => send(JobsDocument, {}, signal),
    refetchInterval: REFETCH_MS,
  });
  if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const { jobs } = data;
  return (
    <Page title="Jobs" aside={jobs.length}>
      {jobs.length === 0 ? (
        <EmptyList title="No jobs here">This installation runs none by itself.</EmptyList>
      ) : (
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          {jobs.map((job) => (
            <JobCard
              key={job.name}
              job={job}
              isRunning={running.isPending && running.variables.name === job.name}
              onRun={
                may('job:run')
                  ? () => {
                      asked.open(job.name);
                    }
                  : null
              }
            />
          ))}
        </SimpleGrid>
      )}
      <ConfirmDialog
        key={asked.turn}
        isOpen={asked.isOpen}
        title={`Run ${asked.subject ?? ''} now?`}
        action="Run now"
        isBusy={running.isPending}
        onConfirm={(reason) => {
          if (asked.subject !== null) running.mutate({ name: asked.subject, reason });
        }}
        onClose={asked.close}
      >
        <Text fz="sm">
          It runs once, to its end, for all agencies of this installation; its schedule stays as it
          is.
        </Text>
      </ConfirmDialog>
    </Page>
  );
}
