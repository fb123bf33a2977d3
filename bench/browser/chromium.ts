import chromium from '@sparticuz/chromium';
import { chromium as browserType, type Browser } from 'playwright-core';

/**
 * Neither a sandbox nor a graphics card where tests run; all that a page may not do stays
 * forbidden, unlike with the package's own flags.
 */
const FLAGS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'];

/** A Chromium without a window: the given one, otherwise that of the package. */
export async function launchChromium(executable: string | null = null): Promise<Browser> {
  return browserType.launch({
    executablePath: executable ?? (await chromium.executablePath()),
    args: FLAGS,
    headless: true,
  });
}
