/**
 * What has the focus, or opened the menu in which it is: where it belongs once a dialog that came
 * of it is closed. Null: nothing has it.
 */
export function triggerOfFocus(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  const trigger = menu
    ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
    : focused;
  return trigger instanceof HTMLElement && trigger !== document.body ? trigger : null;
}
