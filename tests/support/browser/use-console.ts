import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../../bench/browser/chromium.js';
import { type Misdeeds, openWatchedPage } from '../../../bench/browser/watched-page.js';
import { ConsoleSite, type Visitor } from '../../../bench/console/console-site.js';
import { createTestDatabase, type TestDatabase } from '../test-database.js';

/** What a journey has: the program on a database of its own, and a browser. */
export interface ConsoleJourney {
  readonly site: ConsoleSite;
  /** A page of somebody who is signed in, or of nobody. It is closed after the test. */
  open(visitor: Visitor | null, options?: BrowserContextOptions): Promise<Page>;
  /** The same, closed after the file's last test. */
  openForAll(visitor: Visitor | null, options?: BrowserContextOptions): Promise<Page>;
  /** What the pages of this test did wrong so far was to be expected. */
  forgive(): void;
}

export const ADMIN: Visitor = { role: 'ADMIN', brandIds: null };

const START_MS = 60_000;
/** A step that does not come to pass fails by its own name, before the whole test does. */
const STEP_MS = 12_000;

/**
 * The whole program in a process of its own, and a real browser, for the tests of a file. After
 * each test nothing may be on a page's console, and nothing asked of another place.
 */
export function useConsole(settings: Readonly<Record<string, string>> = {}): ConsoleJourney {
  let parts: { database: TestDatabase; site: ConsoleSite; browser: Browser } | undefined;
  const contexts: BrowserContext[] = [];
  const lasting: BrowserContext[] = [];
  const misdeeds: Misdeeds[] = [];
  beforeAll(async () => {
    const database = await createTestDatabase();
    const [site, browser] = await Promise.all([
      ConsoleSite.start(database.url, settings),
      launchChromium(),
    ]);
    parts = { database, site, browser };
  }, START_MS);
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    const done = misdeeds.flatMap((one) => one.all());
    for (const one of misdeeds) one.forget();
    expect(done).toEqual([]);
  });
  afterAll(async () => {
    for (const context of lasting) await context.close();
    await parts?.browser.close();
    await parts?.site.stop();
    await parts?.database.drop();
  });
  const started = (): NonNullable<typeof parts> => {
    if (parts === undefined) throw new Error('the console is started before the first test');
    return parts;
  };
  const openPage = async (
    visitor: Visitor | null,
    options: BrowserContextOptions = {},
  ): Promise<Page> => {
    const { site, browser } = started();
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(STEP_MS);
    if (visitor !== null) await context.addCookies([cookieOf(await site.enter(visitor), site)]);
    const watched = await openWatchedPage(context, site.url);
    misdeeds.push(watched.misdeeds);
    return watched.page;
  };
  return {
    get site() {
      return started().site;
    },
    async open(visitor, options) {
      const page = await openPage(visitor, options);
      contexts.push(page.context());
      return page;
    },
    async openForAll(visitor, options) {
      const page = await openPage(visitor, options);
      lasting.push(page.context());
      return page;
    },
    forgive() {
      for (const one of misdeeds) one.forget();
    },
  };
}

function cookieOf(text: string, site: ConsoleSite): { name: string; value: string; url: string } {
  const [name = '', value = ''] = text.split('=');
  return { name, value, url: site.url };
}
