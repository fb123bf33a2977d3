import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { isFromOwnSite } from '../admission/origin-policy.js';
import { IMAGE, SCRIPT, STYLE } from '../assets/asset-file.js';
import { sendPage } from '../assets/send-page.js';
import { assetHandler } from '../assets/serve-assets.js';
import { type SignIn, SIGN_IN_POLICY, signInPage } from './page.js';

export interface SignInParts {
  /** What the form is filled with on the machine itself, as in the demo; null: nothing. Asked for each time. */
  readonly demoSignIn: () => SignIn | null;
}

const FILES = new Map([
  ['sign-in.js', ours('sign-in.js', SCRIPT)],
  ['sign-in.css', ours('sign-in.css', STYLE)],
  ['icon.svg', ours('../../playground/assets/icon.svg', IMAGE)],
]);

/**
 * Serves the page on which people sign in, accept an invitation or set a password, at /sign-in. Asked
 * with `enter=demo` on the machine itself, it opens the demo without a click; not where somebody
 * else's page has sent the browser, as that would change who is signed in without their doing.
 */
export function serveSignIn(server: FastifyInstance, { demoSignIn }: SignInParts): void {
  server.get<{ Querystring: { enter?: unknown } }>('/sign-in', (request, reply) => {
    const isHere = isLoopback(request.ip) && isOwnName(request.hostname);
    const filledIn = isHere ? demoSignIn() : null;
    const enters = request.query.enter === 'demo' && isFromOwnSite(request.headers);
    return sendPage(reply, signInPage(filledIn, { enters }), SIGN_IN_POLICY);
  });
  server.get<{ Params: { name: string } }>('/sign-in/assets/:name', assetHandler(FILES));
}

/** Whether it is an address by which a machine reaches itself. */
function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

/**
 * Whether it is a name by which a machine calls itself. Under another one, which somebody may have made
 * to lead to this machine, their page could read what is filled in.
 */
function isOwnName(name: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(name);
}

function ours(name: string, type: string): { readonly path: string; readonly type: string } {
  return { path: fileURLToPath(new URL(`./assets/${name}`, import.meta.url)), type };
}
