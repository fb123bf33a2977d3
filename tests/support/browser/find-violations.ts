import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(
  createRequire(resolve('package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The part of axe that is used; of what passes nothing is kept, which is most of its work. */
interface Axe {
  run(options: { readonly resultTypes: readonly ['violations'] }): Promise<AxeResults>;
}

/** What axe holds against a page as it is now: the rule and the elements, one line each. */
export async function findViolations(page: Page): Promise<readonly string[]> {
  // Evaluated from outside, it is nobody's script to the page's policy.
  await page.evaluate(AXE);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
