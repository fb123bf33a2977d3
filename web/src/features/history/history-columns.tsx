import { Anchor } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { StatusChangeRowFragment } from '../../client/generated/graphql.js';
import { InstantText } from '../../kit/format/instant-text.js';
import type { Column } from '../../kit/list/column.js';
import { CAUSES } from './causes.js';
import { ChangeSide, describeSide } from './change-side.js';
import classes from './history.module.css';

type HistoryColumn = Column<StatusChangeRowFragment>;

const AT: HistoryColumn = {
  id: 'at',
  header: 'When',
  cell: ({ at, campaign }) => (
    <span className={classes.when}>
      <InstantText instant={at} timeZone={campaign.brand.timeZone} />
    </span>
  ),
  csv: ({ at }) => at,
};

/** Of brands in many zones: which one it is shown in. */
const AT_IN_ZONE: HistoryColumn = {
  ...AT,
  cell: ({ at, campaign }) => (
    <span className={classes.when}>
      <InstantText instant={at} timeZone={campaign.brand.timeZone} />
      <span className={classes.whenZone}>{campaign.brand.timeZone}</span>
    </span>
  ),
};

const CAMPAIGN: HistoryColumn = {
  id: 'campaign',
  header: 'Campaign',
  cell: ({ campaign }) => (
    <Anchor
      component={Link}
      to={`/campaigns/${campaign.id}`}
      fw={500}
      c="var(--text)"
      underline="hover"
    >
      {campaign.name}
    </Anchor>
  ),
  csv: ({ campaign }) => campaign.name,
};

const BRAND: HistoryColumn = {
  id: 'brand',
  header: 'Brand',
  cell: ({ campaign: { brand } }) => (
    <Anchor component={Link} to={`/brands/${brand.id}`} c="var(--text)" underline="hover">
      {brand.name}
    </Anchor>
  ),
  csv: ({ campaign }) => campaign.brand.name,
};

const CHANGE: readonly HistoryColumn[] = [
  {
    id: 'from',
    header: 'Before',
    cell: ({ from, blockersBefore }) => <ChangeSide status={from} blockers={blockersBefore} />,
    csv: ({ from, blockersBefore }) => describeSide({ status: from, blockers: blockersBefore }),
  },
  {
    id: 'to',
    header: 'After',
    cell: ({ to, blockers }) => (
      <span className={classes.after}>
        <IconArrowRight size={15} aria-hidden className={classes.arrow} />
        <ChangeSide status={to} blockers={blockers} />
      </span>
    ),
    csv: ({ to, blockers }) => describeSide({ status: to, blockers }),
  },
  {
    id: 'cause',
    header: 'Cause',
    cell: ({ cause }) => <span className={classes.when}>{CAUSES[cause]}</span>,
    csv: ({ cause }) => CAUSES[cause],
  },
  {
    id: 'actor',
    header: 'By',
    cell: ({ actor }) => actor?.name ?? <span className={classes.nobody}>time</span>,
    csv: ({ actor }) => actor?.name ?? '',
  },
];

/** What the history of all campaigns shows. */
export const HISTORY_COLUMNS: readonly HistoryColumn[] = [CAMPAIGN, BRAND, AT_IN_ZONE, ...CHANGE];

/** What the history of one campaign shows. */
export const CAMPAIGN_HISTORY_COLUMNS: readonly HistoryColumn[] = [AT, ...CHANGE];
