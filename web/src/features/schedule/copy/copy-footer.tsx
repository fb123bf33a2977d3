import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { MAX_REASON_LENGTH, reasonOf } from '../../../kit/form/reason.js';
import classes from './copy-dialog.module.css';
import type { Copying } from './use-copy-schedule.js';
import type { CopyTarget } from './use-copy-targets.js';

export interface CopyFooterProps {
  readonly chosen: ReadonlyMap<string, CopyTarget>;
  readonly copying: Copying;
  readonly timeZone: string;
  readonly onCopy: (reason: string | null) => Promise<void>;
  readonly onClose: () => void;
}

/** What is about to be copied and where, and how far it has come. */
export function CopyFooter(props: CopyFooterProps): ReactNode {
  const { chosen, copying, timeZone, onCopy, onClose } = props;
  const [reason, setReason] = useState('');
  const zones = new Set(
    [...chosen.values()].map(({ brand }) => brand.timeZone).filter((zone) => zone !== timeZone),
  );
  const { outcomes, isRunning } = copying;
  const isDone = outcomes.size > 0 && chosen.size === 0;
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault();
        void onCopy(reasonOf(reason));
      }}
    >
      {zones.size > 0 ? (
        <p className={classes.zones}>
          <IconAlertTriangle size={17} aria-hidden />
          <span>
            The hours are copied as clocks show them: 09:00 in {timeZone} becomes 09:00 in{' '}
            {[...zones].join(', ')}.
          </span>
        </p>
      ) : null}
      <TextInput
        aria-label="Reason, for the record"
        placeholder="Reason (optional)"
        maxLength={MAX_REASON_LENGTH}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Progress copying={copying} chosen={chosen} />
      <Group justify="space-between" gap="xs">
        <Text fz="sm" c="dimmed" className="number" role="status">
          {chosen.size} chosen
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={isRunning ? copying.stop : onClose}>
            {isRunning ? 'Stop' : isDone ? 'Close' : 'Cancel'}
          </Button>
          <Button type="submit" loading={isRunning} disabled={chosen.size === 0}>
            Copy schedule
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Progress(props: Pick<CopyFooterProps, 'copying' | 'chosen'>): ReactNode {
  const { outcomes } = props.copying;
  if (outcomes.size === 0) return null;
  const states = [...outcomes.values()].map(({ state }) => state);
  const done = states.filter((state) => state === 'done').length;
  const refused = states.filter((state) => state === 'refused').length;
  return (
    <div>
      <div
        role="progressbar"
        aria-label="Copied"
        aria-valuemin={0}
        aria-valuemax={outcomes.size}
        aria-valuenow={done + refused}
        className={classes.progress}
      >
        <span
          className={classes.progressFill}
          style={{ transform: `scaleX(${(done + refused) / outcomes.size})` }}
        />
      </div>
      <Text fz="sm" role="status" className="number">
        {done} of {outcomes.size} copied
        {refused > 0 ? `; ${refused} refused, and still chosen:` : ''}
      </Text>
      <ul className={classes.refusals}>
        {[...props.chosen.values()].map(({ id, name }) => {
          const outcome = outcomes.get(id);
          if (outcome?.state !== 'refused') return null;
          return (
            <li key={id}>
              <strong>{name}</strong>: {outcome.why}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
