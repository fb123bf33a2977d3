import {
  AppShell,
  Burger,
  createTheme,
  Group,
  MantineThemeProvider,
  Portal,
  Text,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useFreshness } from '../live/freshness.js';
import { AccountMenu } from './account-menu.js';
import { ConnectionBadge } from './connection-badge.js';
import { Navigation } from './navigation.js';
import classes from './shell.module.css';
import { StaleBanner } from './stale-banner.js';
import { ThemeToggle } from './theme-toggle.js';

/** What opens over a page is a part of it: beside it, it would belong to no landmark. */
const INSIDE_MAIN = createTheme({
  components: { Portal: Portal.extend({ defaultProps: { target: '#main' } }) },
});

/** What is around every page: where one is, how fresh it is, who is signed in. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const [isOpen, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  useMarkStale();
  return (
    <MantineThemeProvider theme={INSIDE_MAIN}>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
        padding={{ base: 'sm', sm: 'lg' }}
      >
        <a className="skip-link" href="#main">
          Skip to the page
        </a>
        <AppShell.Header className={classes.header}>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
            <Group gap="sm" wrap="nowrap">
              <Burger
                opened={isOpen}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={isOpen ? 'Close the navigation' : 'Open the navigation'}
              />
              <Link to="/" className={classes.brand} aria-label="Paceline, to the live monitor">
                <img src="/icon.svg" alt="" width={26} height={26} />
                <Text component="span" fw={680} fz={17} visibleFrom="xs">
                  Paceline
                </Text>
              </Link>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <ConnectionBadge />
              <ThemeToggle />
              <AccountMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" className={classes.navbar}>
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          <StaleBanner />
          {children}
        </AppShell.Main>
      </AppShell>
    </MantineThemeProvider>
  );
}

/** Lets styles know that what is shown is old. */
function useMarkStale(): void {
  const { state } = useFreshness();
  const isStale = state === 'stale' || state === 'catching-up';
  useEffect(() => {
    document.documentElement.toggleAttribute('data-stale', isStale);
  }, [isStale]);
}
