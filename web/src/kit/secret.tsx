import { Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { CopyButton } from './copy-button.js';
import classes from './secret.module.css';

export interface SecretProps {
  readonly label: string;
  /** What is copied, such as `link`. */
  readonly what: string;
  readonly text: string;
}

/** A text that is to be copied, such as a link: whole, with a button that copies it. */
export function Secret({ label, what, text }: SecretProps): ReactNode {
  const id = useId();
  return (
    <Stack gap={6}>
      <Text id={id} fz="sm" fw={500}>
        {label}
      </Text>
      <code className={classes.text} aria-labelledby={id} tabIndex={0} role="textbox" aria-readonly>
        {text}
      </code>
      <Group justify="flex-end">
        <CopyButton text={text} what={what} />
      </Group>
    </Stack>
  );
}
