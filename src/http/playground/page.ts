/** The playground's page. Everything that it loads comes from this server. */
export const PLAYGROUND_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Paceline playground</title>
    <link rel="icon" href="/playground/assets/icon.svg" />
    <link rel="stylesheet" href="/playground/assets/graphiql.css" />
    <link rel="stylesheet" href="/playground/assets/playground.css" />
  </head>
  <body>
    <header>
      <a class="brand" href="/playground">
        <img src="/playground/assets/icon.svg" alt="" width="20" height="20" />Paceline
      </a>
      <div id="session" aria-live="polite"></div>
    </header>
    <main id="graphiql">Loading …</main>
    <script src="/playground/assets/react.js"></script>
    <script src="/playground/assets/react-dom.js"></script>
    <script src="/playground/assets/graphiql.js"></script>
    <script src="/playground/assets/graphql-ws.js"></script>
    <script type="module" src="/playground/assets/session-bar.js"></script>
    <script type="module" src="/playground/assets/playground.js"></script>
  </body>
</html>
`;

/** Nothing from anywhere else, no script in the page itself, and in nobody's frame. */
export const PLAYGROUND_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // GraphiQL's editor and dialogs place themselves by inline styles.
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
