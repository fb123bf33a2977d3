import { TextDecoder, TextEncoder } from 'node:util';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createQueryClient } from '../../../web/src/app/query-client.js';
import { parseSearch, stringifySearch } from '../../../web/src/app/search-params.js';

/** What jsdom does not have, and components ask for. Nothing in it has a size. */
export function completeDom(): void {
  Object.assign(globalThis, { TextDecoder, TextEncoder, ResizeObserver: NoResizes });
  Object.assign(globalThis, { scrollTo: nothing });
  Object.assign(globalThis, {
    matchMedia: (media: string) => ({
      media,
      matches: false,
      addEventListener: nothing,
      removeEventListener: nothing,
    }),
  });
  const fonts = { addEventListener: nothing, removeEventListener: nothing };
  Object.defineProperty(document, 'fonts', { value: fonts, configurable: true });
  Element.prototype.scrollIntoView = nothing;
}

class NoResizes {
  readonly observe = nothing;
  readonly unobserve = nothing;
  readonly disconnect = nothing;
}

function nothing(): undefined {
  return undefined;
}

/** A page with an address, as the console's router gives it one. */
export interface RenderedPage extends RenderResult {
  /** The part of its address behind the `?`. */
  readonly search: () => string;
  /** Everything that it shows is read again. */
  readonly reread: () => Promise<void>;
}

/** Shows a page at an address. */
export async function renderPage(page: () => ReactNode, address = '/'): Promise<RenderedPage> {
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({
    routeTree: createRootRoute({ component: page }),
    history,
    parseSearch,
    stringifySearch,
  });
  await router.load();
  const queries = createQueryClient();
  const result = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return {
    ...result,
    search: () => history.location.search,
    reread: () => queries.invalidateQueries(),
  };
}
