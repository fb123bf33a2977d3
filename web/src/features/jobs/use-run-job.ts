import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import {
  type JobsQuery,
  type JobStateFragment,
  RunJobDocument,
} from '../../client/generated/graphql.js';
import { accepted } from '../../kit/form/refusal.js';
import { formatDuration } from '../../kit/format/distance.js';
import { notifyFailure, notifySuccess } from '../../kit/notify.js';
import { useClient } from '../../live/live-context.js';

interface Run {
  readonly name: string;
  readonly reason: string | null;
}

/** Runs a job, says how that went, and shows it. `onSettled` is called after it, however it went. */
export function useRunJob(
  onSettled: () => void,
): UseMutationResult<JobStateFragment | null, unknown, Run> {
  const { send } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (run: Run) => accepted((await send(RunJobDocument, run)).runJob).job,
    onSuccess: (job, { name }) => {
      tell(name, job);
      if (job === null) return;
      queries.setQueryData<JobsQuery>(
        ['jobs'],
        (before) =>
          before && { jobs: before.jobs.map((one) => (one.name === job.name ? job : one)) },
      );
    },
    onError: notifyFailure,
    onSettled: async () => {
      onSettled();
      await queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}

function tell(name: string, job: JobStateFragment | null): void {
  const { lastError = null, lastDurationMs = null } = job ?? {};
  if (lastError !== null) {
    notifyFailure(new Error(`${name} ran and failed: ${lastError}`));
    return;
  }
  const took = lastDurationMs === null ? '' : ` in ${formatDuration(lastDurationMs)}`;
  notifySuccess(`${name} ran${took}, without a failure.`);
}
