import {
  IconAlertTriangle,
  IconCalendarOff,
  IconCoins,
  IconDots,
  IconHandStop,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { OverviewQuery } from '../../client/generated/graphql.js';
import { countByKind, reasonsOf, type TileKind } from './tile-counts.js';
import classes from './tiles.module.css';

interface Tile {
  readonly id: TileKind | 'risk';
  readonly label: string;
  /** What it counts, exactly. */
  readonly title: string;
  readonly icon: ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;
  /** The list of what it counts. */
  readonly search: Readonly<Record<string, string>>;
}

const TILES: readonly Tile[] = [
  {
    id: 'active',
    label: 'Active',
    title: 'They may spend now.',
    icon: IconPlayerPlay,
    search: { status: 'ACTIVE' },
  },
  {
    id: 'risk',
    label: 'At risk (≥ 80 %)',
    title: 'Active, and 80 % or more of a budget of theirs or their brand’s is spent.',
    icon: IconAlertTriangle,
    search: { utilization: 'risk' },
  },
  {
    id: 'budget',
    label: 'Paused by budget',
    title: 'A budget of theirs or their brand’s is spent.',
    icon: IconCoins,
    search: { blocker: reasonsOf('budget') },
  },
  {
    id: 'schedule',
    label: 'Off schedule',
    title: 'No window of their schedule is open.',
    icon: IconCalendarOff,
    search: { blocker: reasonsOf('schedule') },
  },
  {
    id: 'hand',
    label: 'Paused by hand',
    title: 'A person paused them or their brand.',
    icon: IconHandStop,
    search: { blocker: reasonsOf('hand') },
  },
  {
    id: 'other',
    label: 'Others',
    title: 'Their flight has not begun, or is over.',
    icon: IconDots,
    search: { blocker: 'NOT_STARTED,ENDED' },
  },
];

export interface TilesProps {
  readonly overview: OverviewQuery['overview'];
  readonly brandId: string | undefined;
}

/** How many campaigns run, are about to stop, and do not run; each leads to the list of them. */
export function Tiles({ overview, brandId }: TilesProps): ReactNode {
  const counts = { ...countByKind(overview.counts), risk: overview.atRisk };
  return (
    <ul className={`${classes.tiles} live`} aria-label="Campaigns by what they do">
      {TILES.map(({ id, label, title, icon: Icon, search }) => (
        <li key={id}>
          <Link
            to="/campaigns"
            search={{ ...search, brand: brandId } as never}
            className={classes.tile}
            data-kind={id}
            data-none={counts[id] === 0}
            title={title}
          >
            <span className={classes.icon}>
              <Icon size={17} aria-hidden />
            </span>
            {/* A new number is a new element, so that it comes in. */}
            <span key={counts[id]} className={classes.count}>
              {counts[id].toLocaleString('en')}
            </span>
            <span className={classes.label}>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
