import { useMemo, useRef } from 'react';

/** Gives the focus back to where it was before a dialog. */
export interface FocusReturn {
  /** To be called before the dialog opens. */
  readonly remember: () => void;
  /** To be called as it closes. */
  readonly giveBack: () => void;
}

/**
 * For a dialog that was not there before it was opened, and so knows of no place to give the focus
 * to. What was chosen from a menu gives it to the button of the menu, as the item is gone by then.
 */
export function useFocusReturn(): FocusReturn {
  const trigger = useRef<HTMLElement | null>(null);
  return useMemo(
    () => ({
      remember: () => {
        trigger.current = triggerOfFocus();
      },
      giveBack: () => {
        setTimeout(() => trigger.current?.focus({ preventScroll: true }));
      },
    }),
    [],
  );
}

function triggerOfFocus(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  const trigger = menu
    ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
    : focused;
  return trigger instanceof HTMLElement && trigger !== document.body ? trigger : null;
}
