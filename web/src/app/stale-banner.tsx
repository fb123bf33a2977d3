import { Anchor } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFreshness } from '../live/freshness.js';
import classes from './stale-banner.module.css';

/** Says that what is below is old, how old, and what happens about it. */
export function StaleBanner(): ReactNode {
  const freshness = useFreshness();
  if (freshness.state === 'refused') {
    return (
      <div className={classes.banner} role="alert">
        <IconCloudOff size={18} aria-hidden />
        <span>
          Your session is over. <Anchor href="/sign-in">Sign in again</Anchor> to go on.
        </span>
      </div>
    );
  }
  if (freshness.state !== 'stale') return null;
  return (
    <div className={classes.banner} role="alert">
      <IconCloudOff size={18} aria-hidden />
      <span>
        The server is not heard. What you see is{' '}
        <strong className="number" aria-hidden>
          {freshness.ageSeconds} s
        </strong>{' '}
        old; it goes on by itself as soon as the server is back.
      </span>
    </div>
  );
}
