import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permission } from '../../../../src/domain/access/permission.js';
import { useMay } from '../session/session-context.js';
import classes from './campaign-page.module.css';

interface Tab {
  readonly path: '' | '/schedule' | '/history' | '/spend' | '/edit';
  readonly label: string;
  readonly needs: Permission;
}

const TABS: readonly Tab[] = [
  { path: '', label: 'Overview', needs: 'campaign:read' },
  { path: '/schedule', label: 'Schedule', needs: 'campaign:read' },
  { path: '/history', label: 'History', needs: 'campaign:read' },
  { path: '/spend', label: 'Spend', needs: 'spend:read' },
  { path: '/edit', label: 'Edit', needs: 'campaign:write' },
];

/** The way to the parts of a campaign's page. */
export function CampaignTabs({ campaignId }: { readonly campaignId: string }): ReactNode {
  const may = useMay();
  const { pathname } = useLocation();
  const base = `/campaigns/${campaignId}`;
  return (
    <nav aria-label="Parts of the campaign" className={classes.tabs}>
      {TABS.filter(({ needs }) => may(needs)).map(({ path, label }) => {
        const isHere = pathname.replace(/\/$/, '') === base + path;
        return (
          <Link
            key={path}
            to={base + path}
            className={classes.tab}
            data-here={isHere}
            aria-current={isHere ? 'page' : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
