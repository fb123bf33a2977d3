import { Button, ScrollArea, VisuallyHidden } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { type FocusEvent, type ReactNode, useState, useSyncExternalStore } from 'react';
import type { ChangeStream, StatusChangeLine } from './change-stream.js';
import { describeChange } from './change-words.js';
import { StatusStreamLine } from './status-stream-line.js';
import classes from './status-stream.module.css';
import { useSteady } from './use-steady.js';

/** Whoever listens hears of one change at a time. */
const SAID_EVERY_MS = 5_000;

export interface StatusStreamProps {
  readonly stream: ChangeStream;
  /** The server's time: lines of other days say their day. */
  readonly now: string;
}

/** Status changes as they happen, the newest on top. While one points at it, it stands still. */
export function StatusStream({ stream, now }: StatusStreamProps): ReactNode {
  const { lines, waiting, heard } = useSyncExternalStore(stream.subscribe, stream.get);
  const [isPassed, setIsPassed] = useState(false);
  const hold = (): void => {
    setIsPassed(false);
    stream.hold(true);
  };
  const letGo = (): void => {
    stream.hold(false);
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) letGo();
  };
  return (
    <div
      className={classes.stream}
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocus={hold}
      onBlur={onBlur}
    >
      <Announcement heard={heard} />
      {waiting > 0 && !isPassed ? (
        <Button
          size="compact-xs"
          radius="xl"
          className={classes.pill}
          leftSection={<IconArrowUp size={13} aria-hidden />}
          onClick={() => {
            setIsPassed(true);
            letGo();
          }}
        >
          {waiting} new
        </Button>
      ) : null}
      <ScrollArea
        className={classes.scroll}
        type="hover"
        viewportProps={{ tabIndex: 0, 'aria-label': 'Status changes', role: 'region' }}
      >
        {lines.length === 0 ? (
          <p className={classes.none}>No campaign has changed its status yet.</p>
        ) : (
          <ol className={`${classes.lines} live`}>
            {lines.map((line) => (
              <StatusStreamLine key={line.id} line={line} now={now} isNew={line.id === heard?.id} />
            ))}
          </ol>
        )}
      </ScrollArea>
    </div>
  );
}

function Announcement({ heard }: { readonly heard: StatusChangeLine | null }): ReactNode {
  const said = useSteady(heard, SAID_EVERY_MS);
  return (
    <VisuallyHidden aria-live="polite">
      {said === null
        ? ''
        : `${said.campaign.name}: ${said.to.toLowerCase()}. ${describeChange(said)}.`}
    </VisuallyHidden>
  );
}
