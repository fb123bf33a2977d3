import type { Locator } from 'playwright-core';

/** Chooses what a list that unfolds offers, as somebody does with the mouse. */
export async function choose(
  within: Pick<Locator, 'getByRole'>,
  { from, option }: { readonly from: string; readonly option: string | RegExp },
): Promise<void> {
  const box = within.getByRole('combobox', { name: from, exact: true });
  await box.click();
  // The options are beside the page, so that nothing cuts them off.
  await box.page().getByRole('option', { name: option, exact: true }).click();
}
