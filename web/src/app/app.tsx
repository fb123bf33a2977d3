import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { PacelineClient } from '../client/client.js';
import { SessionProvider } from '../features/session/session-context.js';
import { FreshnessProvider } from '../live/freshness.js';
import { LiveProvider } from '../live/live-context.js';
import { styleNonce } from './nonce.js';
import { createQueryClient } from './query-client.js';
import { createConsoleRouter } from './router.js';
import { cssVariables, theme } from './theme.js';

/** The console. */
export function App({ client }: { readonly client: PacelineClient }): ReactNode {
  const [queries] = useState(createQueryClient);
  const [router] = useState(createConsoleRouter);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      deduplicateCssVariables={false}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <LiveProvider client={client}>
          <FreshnessProvider>
            <SessionProvider>
              <Notifications position="bottom-right" containerWidth={420} limit={4} />
              <RouterProvider router={router} />
            </SessionProvider>
          </FreshnessProvider>
        </LiveProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
