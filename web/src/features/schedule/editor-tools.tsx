import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ScheduleDraft } from './draft/use-schedule-draft.js';
import type { OpenHours } from './hours/open-hours.js';
import { PRESETS } from './hours/presets.js';

export interface EditorToolsProps {
  readonly edit: ScheduleDraft;
  readonly onPaint: (hours: OpenHours) => void;
}

/** The presets, and the way back and forth. */
export function EditorTools({ edit, onPaint }: EditorToolsProps): ReactNode {
  return (
    <Group gap={6} role="toolbar" aria-label="Change the whole week">
      {PRESETS.map(({ id, label, hint, apply }) => (
        <Tooltip key={id} label={hint} openDelay={400}>
          <Button size="xs" variant="default" onClick={() => onPaint(apply(edit.checked.hours))}>
            {label}
          </Button>
        </Tooltip>
      ))}
      <Group gap={6} ml="auto" wrap="nowrap">
        <Step label="Undo" hint="Undo (Ctrl+Z)" isPossible={edit.canUndo} onClick={edit.undo}>
          <IconArrowBackUp size={17} aria-hidden />
        </Step>
        <Step label="Redo" hint="Redo (Ctrl+Shift+Z)" isPossible={edit.canRedo} onClick={edit.redo}>
          <IconArrowForwardUp size={17} aria-hidden />
        </Step>
      </Group>
    </Group>
  );
}

interface StepProps {
  readonly label: string;
  readonly hint: string;
  readonly isPossible: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Step({ label, hint, isPossible, onClick, children }: StepProps): ReactNode {
  return (
    <Tooltip label={hint} openDelay={400}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        disabled={!isPossible}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
