import type { FastifyReply } from 'fastify';
import { sendPage } from './send-page.js';

/** Says what is to be done where the program runs without what it shows to browsers. */
export function sendUnbuiltPage(reply: FastifyReply, what: string): FastifyReply {
  return sendPage(reply.code(503), unbuiltPage(what), UNBUILT_POLICY);
}

const UNBUILT_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

function unbuiltPage(what: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Not built · Paceline</title>
  </head>
  <body>
    <main>
      <h1>${what} is not built</h1>
      <p>Run <code>npm run build</code> and start Paceline again. The API works without it.</p>
    </main>
  </body>
</html>
`;
}
