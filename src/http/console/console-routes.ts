import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asset } from '../assets/asset.js';
import { sendAsset } from '../assets/send-asset.js';
import { sendPage } from '../assets/send-page.js';
import { sendUnbuiltPage } from '../assets/unbuilt-page.js';
import { wantsPage } from '../assets/wants-page.js';
import { type ConsolePage, consolePages } from './console-page.js';

type ConsoleRequest = FastifyRequest<{ Params: { '*'?: string } }>;

/** The first parts of addresses that are never the console's own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'assets',
  'auth',
  'docs',
  'graphql',
  'healthz',
  'metrics',
  'playground',
  'readyz',
  'sign-in',
]);
/** Their names change with their content. */
const FOREVER = 'public, max-age=31536000, immutable';
/** What browsers ask for by themselves, and what they get. */
const ALIASES: ReadonlyMap<string, string> = new Map([['favicon.ico', 'icon.svg']]);

/**
 * Serves the console at /, and its page at every address that nothing else has: which of its screens
 * that is, the page finds out. It is open to all, as there are no data in it. `files` is what was
 * built; null where nothing was.
 */
export function serveConsole(
  server: FastifyInstance,
  files: ReadonlyMap<string, Asset> | null,
): void {
  const desk = new ConsoleDesk(files);
  const handler = (request: ConsoleRequest, reply: FastifyReply): FastifyReply =>
    desk.answer(request, reply);
  server.get('/', handler);
  server.get('/*', handler);
}

class ConsoleDesk {
  private readonly files: ReadonlyMap<string, Asset>;
  private readonly page: (() => ConsolePage) | null;

  constructor(files: ReadonlyMap<string, Asset> | null) {
    const index = files?.get('index.html');
    this.files = new Map([...(files ?? [])].filter(([path]) => path !== 'index.html'));
    this.page = index === undefined ? null : consolePages(index.plain.toString());
  }

  answer(request: ConsoleRequest, reply: FastifyReply): FastifyReply {
    const path = request.params['*'] ?? '';
    const file = this.files.get(path) ?? this.files.get(ALIASES.get(path) ?? path);
    if (file !== undefined) {
      const caching = path.startsWith('assets/') ? FOREVER : 'no-cache';
      return sendAsset(request, reply.header('cache-control', caching), file);
    }
    const isPage = path === '' || (isOurs(path) && wantsPage(request.headers));
    if (!isPage) {
      reply.callNotFound();
      return reply;
    }
    if (this.page === null) return sendUnbuiltPage(reply, 'The console');
    const { html, policy } = this.page();
    return sendPage(reply, html, policy);
  }
}

function isOurs(path: string): boolean {
  return !ELSEWHERE.has(path.split('/', 1)[0] ?? '');
}
