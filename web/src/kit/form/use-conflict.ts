import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { notifyFailure } from '../notify.js';
import { isConflict } from './refusal.js';
import { changedNames, keepTyped } from './three-way.js';

/** That somebody else changed what is being edited: found out, or taken into the form. */
export type Conflict =
  | { readonly state: 'found' }
  | {
      readonly state: 'settled';
      /** The names of the fields that they changed, and of those that were changed here. */
      readonly theirs: readonly string[];
      readonly kept: readonly string[];
    };

export interface EditedWith<Resource, Values> {
  readonly form: UseFormReturnType<Values>;
  readonly valuesOf: (resource: Resource) => Values;
  /** What the server has by now; null: it is gone. */
  readonly readAgain: () => Promise<Resource | null>;
}

export interface Editing<Resource> {
  /** What the form's changes are told from. */
  readonly base: Resource;
  readonly conflict: Conflict | null;
  /** Takes note of a conflict among the reasons why it was not saved. */
  readonly noteFailure: (error: unknown) => void;
  /** Reads what somebody else changed into the form, below what was typed in it. */
  readonly takeTheirs: () => Promise<void>;
}

/** A resource that is edited from what was read first, until the viewer asks for what others made of it. */
export function useConflict<Resource, Values extends object>(
  read: Resource,
  { form, valuesOf, readAgain }: EditedWith<Resource, Values>,
): Editing<Resource> {
  const [base, setBase] = useState(read);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const takeTheirs = async (): Promise<void> => {
    try {
      const theirs = await readAgain();
      if (theirs === null) throw new Error('It is no longer there.');
      const before = valuesOf(base);
      const latest = valuesOf(theirs);
      const typed = form.getValues();
      form.setInitialValues(latest);
      form.resetDirty(latest);
      form.setValues(keepTyped(typed, { before, latest }));
      setBase(theirs);
      setConflict({
        state: 'settled',
        theirs: changedNames(before, latest),
        kept: changedNames(before, typed),
      });
    } catch (error) {
      notifyFailure(error);
    }
  };
  const noteFailure = (error: unknown): void => {
    if (isConflict(error)) setConflict({ state: 'found' });
  };
  return { base, conflict, noteFailure, takeTheirs };
}
