import { Button, Group, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { JobStateFragment } from '../../client/generated/graphql.js';
import { Badge } from '../../kit/badge.js';
import { formatDistance, formatDuration, formatSpan } from '../../kit/format/distance.js';
import { formatInstant, formatMoment, ownZone } from '../../kit/format/time.js';
import { Panel } from '../../kit/panel.js';
import { useNow } from '../../kit/machine-clock.js';
import classes from './job-card.module.css';
import { jobSentence } from './job-sentences.js';
import { scheduleInWords } from './schedule-words.js';

const TICK_MS = 1_000;

export interface JobCardProps {
  readonly job: JobStateFragment;
  readonly isRunning: boolean;
  /** Runs it; absent: the viewer may not. */
  readonly onRun: (() => void) | null;
}

/** A job: what it does, when, how its last run went, and when it runs next. */
export function JobCard({ job, isRunning, onRun }: JobCardProps): ReactNode {
  const { name, enabled, lastError } = job;
  return (
    <Panel
      title={
        <Group gap="xs" component="span">
          {name}
          <JobBadge isEnabled={enabled} hasFailed={lastError !== null} />
        </Group>
      }
      description={jobSentence(name)}
      actions={
        onRun ? (
          <Button
            size="xs"
            variant="default"
            flex="none"
            loading={isRunning}
            leftSection={<IconPlayerPlay size={14} aria-hidden />}
            onClick={onRun}
            aria-label={`Run now: ${name}`}
          >
            Run now
          </Button>
        ) : null
      }
    >
      <JobFacts job={job} />
      {lastError === null ? null : (
        <div className={classes.error} role="group" aria-label="Why the last run failed">
          <Text fz="sm" fw={600}>
            The last run failed
          </Text>
          <Text fz="sm" className={classes.message}>
            {lastError}
          </Text>
        </div>
      )}
    </Panel>
  );
}

function JobBadge(props: { readonly isEnabled: boolean; readonly hasFailed: boolean }): ReactNode {
  if (props.hasFailed) return <Badge tone="red">Failed</Badge>;
  if (!props.isEnabled) return <Badge tone="grey">Only when it is run by hand</Badge>;
  return <Badge tone="good">Runs by itself</Badge>;
}

function JobFacts({ job }: { readonly job: JobStateFragment }): ReactNode {
  const { schedule, lastStartedAt, lastDurationMs, nextRunAt, failureCount } = job;
  const now = useNow(TICK_MS);
  const words = scheduleInWords(schedule);
  return (
    <dl className={`${classes.facts} live`}>
      <Fact term="Schedule" detail={words === null ? null : <code>{schedule}</code>}>
        {words ?? <code>{schedule}</code>}
      </Fact>
      <Fact
        term="Last run"
        detail={lastDurationMs === null ? null : `took ${formatDuration(lastDurationMs)}`}
      >
        {lastStartedAt === null ? 'Not yet' : <When instant={lastStartedAt} now={now} />}
      </Fact>
      <Fact
        term="Next run"
        detail={nextRunAt === null ? null : formatInstant(nextRunAt, ownZone())}
      >
        {nextRunAt === null ? 'Not by itself' : countdown(nextRunAt, now)}
      </Fact>
      <Fact term="Failures" detail={failureCount === 0 ? null : 'in all'}>
        {failureCount === 0 ? 'None' : failureCount.toLocaleString('en')}
      </Fact>
    </dl>
  );
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
  /** Below it, in small. */
  readonly detail: ReactNode;
}

function Fact({ term, children, detail }: FactProps): ReactNode {
  return (
    <div>
      <dt className={classes.term}>{term}</dt>
      <dd className={classes.value}>{children}</dd>
      {detail === null ? null : <dd className={classes.detail}>{detail}</dd>}
    </div>
  );
}

function When({ instant, now }: { readonly instant: string; readonly now: number }): ReactNode {
  return (
    <time dateTime={instant} title={formatMoment(instant, ownZone())}>
      {formatDistance(instant, now)}
    </time>
  );
}

function countdown(nextRunAt: string, now: number): string {
  const leftMs = Date.parse(nextRunAt) - now;
  return leftMs <= 0 ? 'Due now' : `in ${formatSpan(leftMs)}`;
}
