import type { BrowserContext, Page } from 'playwright-core';

/** What a page did that it should not: errors on its console, and requests to other places. */
export class Misdeeds {
  readonly errors: string[] = [];
  readonly foreignRequests: string[] = [];

  /** Everything together, one line each. */
  all(): readonly string[] {
    return [...this.errors, ...this.foreignRequests];
  }

  /** What went wrong so far was to be expected, as when a server is killed. */
  forget(): void {
    this.errors.length = 0;
    this.foreignRequests.length = 0;
  }
}

/** A new page, and what it does wrong from now on. Data and blobs of its own are no requests. */
export async function openWatchedPage(
  context: BrowserContext,
  origin: string,
): Promise<{ readonly page: Page; readonly misdeeds: Misdeeds }> {
  const page = await context.newPage();
  const misdeeds = new Misdeeds();
  page.on('console', (message) => {
    if (message.type() === 'error') misdeeds.errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    misdeeds.errors.push(error.stack ?? error.message);
  });
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    const isOwn = asked === origin || protocol === 'data:' || protocol === 'blob:';
    if (!isOwn) misdeeds.foreignRequests.push(request.url());
  });
  page.on('websocket', (socket) => {
    const isOwn = socket.url().startsWith(origin.replace(/^http/, 'ws'));
    if (!isOwn) misdeeds.foreignRequests.push(socket.url());
  });
  return { page, misdeeds };
}
