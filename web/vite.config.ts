import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the console into dist/console, from where the program serves it. */
export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  // Chunks fetch nothing but what is beside them, wherever that is served.
  base: '/',
  oxc: { jsx: { runtime: 'automatic' } },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // Older targets lower light-dark() to something that shows no colour at all.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Data URLs would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // 'use client' is for servers that render pages; there is none here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/sign-in', '/playground', '/docs', '/auth'].map((path) => [
        path,
        { target: 'http://127.0.0.1:4000', ws: true },
      ]),
    ),
  },
});
