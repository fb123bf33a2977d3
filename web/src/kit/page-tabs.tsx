import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './page-tabs.module.css';

/** A page among some that belong together. */
export interface PageTab {
  readonly to: string;
  readonly label: string;
}

export interface PageTabsProps {
  /** What they are about, for those who cannot see them. */
  readonly label: string;
  readonly tabs: readonly PageTab[];
}

/** Leads to the pages that belong together; the present one is marked. */
export function PageTabs({ label, tabs }: PageTabsProps): ReactNode {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
