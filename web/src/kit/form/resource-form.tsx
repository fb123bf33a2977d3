import { Button, Group, Paper, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { describeError } from '../describe-error.js';
import { Problem } from '../problem.js';
import { Refusal } from './refusal.js';

export interface ResourceFormProps<Values> {
  readonly form: UseFormReturnType<Values>;
  /** A verb: what the button does. */
  readonly action: string;
  /** Sends the values. Throws a `Refusal` where the server says no. */
  readonly save: (values: Values) => Promise<unknown>;
  /** It was done. */
  readonly onSaved: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/**
 * A form that saves. What the server refuses is shown at its field, or above the form where it has
 * none; what was typed stays. Leaving with changes asks first.
 */
export function ResourceForm<Values extends object>(props: ResourceFormProps<Values>): ReactNode {
  const { form, action, save, onSaved, onCancel, children } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const isDone = useRef(false);
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => {
      isDone.current = true;
      onSaved();
    },
    onError: (error) => {
      setProblem(showRefusal(form, error));
    },
  });
  useBlocker({
    shouldBlockFn: () =>
      !isDone.current && form.isDirty() && !globalThis.confirm('Leave without saving?'),
    enableBeforeUnload: () => !isDone.current && form.isDirty(),
  });
  return (
    <Paper
      component="form"
      noValidate
      withBorder
      bg="var(--card-ground)"
      p={{ base: 'md', sm: 'lg' }}
      maw={760}
      onSubmit={form.onSubmit((values) => {
        setProblem(null);
        saving.mutate(values);
      }, focusFirstError)}
    >
      <Stack gap="md">
        {problem === null ? null : <Problem title="That was not saved">{problem}</Problem>}
        {children}
        <Group gap="xs">
          <Button type="submit" loading={saving.isPending}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** Puts what was refused at its fields. What has no field here is given, for the whole form. */
export function showRefusal<Values extends object>(
  form: UseFormReturnType<Values>,
  error: unknown,
): string | null {
  if (!(error instanceof Refusal)) return describeError(error);
  const values = form.getValues();
  const elsewhere: string[] = [];
  for (const { field, message } of error.userErrors) {
    const name = field.find((part) => part in values);
    if (name === undefined) elsewhere.push(message);
    else form.setFieldError(name, message);
  }
  focusFirstError();
  return elsewhere.length === 0 ? null : elsewhere.join(' ');
}

/** Puts the focus where the first thing is to be mended. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
