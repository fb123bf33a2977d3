import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Problem } from '../problem.js';
import { focusFirstError, showRefusal } from './resource-form.js';

export interface DialogFormProps<Values, Saved> {
  readonly form: UseFormReturnType<Values>;
  /** A verb: what the button does. */
  readonly action: string;
  /** Sends the values. Throws a `Refusal` where the server says no. */
  readonly save: (values: Values) => Promise<Saved>;
  /** It was done. */
  readonly onSaved: (saved: Saved) => void;
  /** Absent: there is nothing to cancel, as on a page. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/**
 * A small form, such as in a dialog. What the server refuses is shown at its field, or above the
 * form where it has none; what was typed stays.
 */
export function DialogForm<Values extends object, Saved>(
  props: DialogFormProps<Values, Saved>,
): ReactNode {
  const { form, action, save, onSaved, onCancel, children } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const saving = useMutation({
    mutationFn: save,
    onSuccess: onSaved,
    onError: (error) => {
      setProblem(showRefusal(form, error));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        setProblem(null);
        saving.mutate(values);
      }, focusFirstError)}
    >
      <Stack gap="md">
        {problem === null ? null : <Problem>{problem}</Problem>}
        {children}
        <Group gap="xs" justify={onCancel ? 'flex-end' : 'flex-start'}>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          ) : null}
          <Button type="submit" loading={saving.isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
