import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageError } from '../../../kit/page-error.js';
import { windowsFrom } from '../draft/exchange.js';
import { minutesOf, openHoursOf } from '../hours/open-hours.js';
import { formatHours } from '../hours/words.js';
import classes from './copy-dialog.module.css';
import type { CopyOutcome } from './use-copy-schedule.js';
import type { CopyTarget, CopyTargets } from './use-copy-targets.js';

export interface TargetGroupProps {
  readonly title: string;
  /** Whether their brands are named, as they are several. */
  readonly isMixed: boolean;
  readonly found: CopyTargets;
  /** Those of what was found that are shown here. */
  readonly targets: readonly CopyTarget[];
  readonly chosen: ReadonlyMap<string, CopyTarget>;
  readonly outcomes: ReadonlyMap<string, CopyOutcome>;
  readonly timeZone: string;
  readonly isBusy: boolean;
  readonly onToggle: (targets: readonly CopyTarget[], isChosen: boolean) => void;
}

/** Campaigns of one kind, each of which can be chosen, or all of them. */
export function TargetGroup(props: TargetGroupProps): ReactNode {
  const { title, found, targets, chosen, isBusy, onToggle } = props;
  const count = targets.filter(({ id }) => chosen.has(id)).length;
  if (targets.length === 0 && !found.hasMore && found.error === null) return null;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      {targets.length > 1 ? (
        <Checkbox
          size="sm"
          label={`All ${targets.length}${found.hasMore ? ' that are shown' : ''}`}
          className={classes.all}
          checked={count === targets.length}
          indeterminate={count > 0 && count < targets.length}
          disabled={isBusy}
          onChange={({ currentTarget }) => onToggle(targets, currentTarget.checked)}
        />
      ) : null}
      {targets.map((target) => (
        <Target key={target.id} target={target} {...props} />
      ))}
      {found.error ? <PageError error={found.error} onRetry={found.loadMore} /> : null}
      {found.hasMore ? (
        <Button size="xs" variant="default" loading={found.isLoading} onClick={found.loadMore}>
          Show more
        </Button>
      ) : null}
    </fieldset>
  );
}

interface TargetProps extends TargetGroupProps {
  readonly target: CopyTarget;
}

function Target(props: TargetProps): ReactNode {
  const { target, chosen, outcomes, isBusy, onToggle } = props;
  const outcome = outcomes.get(target.id);
  return (
    <div className={classes.target}>
      <Checkbox
        size="sm"
        label={target.name}
        description={describe(props)}
        checked={chosen.has(target.id)}
        disabled={isBusy}
        onChange={({ currentTarget }) => onToggle([target], currentTarget.checked)}
      />
      {outcome ? <Outcome outcome={outcome} /> : null}
    </div>
  );
}

/** What tells it from others: its brand, its hours, and its zone where that is another one. */
function describe({ target, isMixed, timeZone }: TargetProps): string {
  const { brand } = target;
  return [
    ...(isMixed ? [brand.name] : []),
    hoursOf(target),
    ...(brand.timeZone === timeZone ? [] : [brand.timeZone]),
  ].join(' · ');
}

function hoursOf({ schedule }: CopyTarget): string {
  if (schedule.windows.length === 0) return 'always';
  return `${formatHours(minutesOf(openHoursOf(windowsFrom(schedule.windows))))} h a week`;
}

function Outcome({ outcome }: { readonly outcome: CopyOutcome }): ReactNode {
  if (outcome.state === 'refused') {
    return (
      <p className={classes.refused}>
        <IconAlertTriangle size={14} aria-hidden /> {outcome.why}
      </p>
    );
  }
  if (outcome.state !== 'done') {
    return (
      <span className={classes.soft}>{outcome.state === 'running' ? 'Copying …' : 'Waits'}</span>
    );
  }
  return (
    <span className={classes.done}>
      <IconCheck size={14} aria-hidden /> Copied
    </span>
  );
}
