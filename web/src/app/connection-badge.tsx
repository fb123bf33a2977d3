import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Freshness, useFreshness } from '../live/freshness.js';
import classes from './connection-badge.module.css';

/** How the way to the server is, in one word, at all times. */
export function ConnectionBadge(): ReactNode {
  const freshness = useFreshness();
  const { word, sentence } = describe(freshness);
  return (
    <Tooltip label={sentence}>
      <span
        className={classes.badge}
        data-state={freshness.state}
        role="status"
        aria-label={sentence}
        data-testid="connection"
      >
        <span className={classes.dot} aria-hidden />
        {word}
      </span>
    </Tooltip>
  );
}

function describe(freshness: Freshness): { readonly word: string; readonly sentence: string } {
  switch (freshness.state) {
    case 'live':
      return { word: 'Live', sentence: 'Live: what you see is as the server has it.' };
    case 'connecting':
      return { word: 'Connecting', sentence: 'Connecting to the server.' };
    case 'catching-up':
      return { word: 'Catching up', sentence: 'The server is back; the page is being read again.' };
    case 'stale':
      return { word: 'Stale', sentence: 'The server is not heard. It is being tried again.' };
    case 'refused':
      return { word: 'Signed out', sentence: 'Your session is over.' };
  }
}
