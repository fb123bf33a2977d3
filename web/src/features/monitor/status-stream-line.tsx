import { Anchor } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { formatDay, formatSecond } from '../../kit/format/time.js';
import { StatusBadge } from '../campaigns/status-badge.js';
import type { StatusChangeLine } from './change-stream.js';
import { describeChange } from './change-words.js';
import classes from './status-stream.module.css';

export interface StatusStreamLineProps {
  readonly line: StatusChangeLine;
  readonly now: string;
  /** It was just heard of. */
  readonly isNew: boolean;
}

/** One change: which campaign, from what to what, why, and when on its brand's clocks. */
export const StatusStreamLine = memo(function StatusStreamLine(
  props: StatusStreamLineProps,
): ReactNode {
  const { line, now, isNew } = props;
  const { campaign, from, to, blockersBefore, blockers, at } = line;
  const { brand } = campaign;
  const day = formatDay(at, brand.timeZone);
  const isToday = day === formatDay(now, brand.timeZone);
  return (
    <li className={classes.line} data-new={isNew}>
      <div className={classes.first}>
        <Anchor
          component={Link}
          to={`/campaigns/${campaign.id}`}
          className={classes.campaign}
          underline="hover"
          title={campaign.name}
        >
          {campaign.name}
        </Anchor>
        <time dateTime={at} className={classes.time} title={`${at} (shown in ${brand.timeZone})`}>
          {isToday ? '' : `${day}, `}
          {formatSecond(at, brand.timeZone)}
        </time>
      </div>
      <div className={classes.turn}>
        <StatusBadge status={from} decidedBy={blockersBefore[0] ?? null} />
        <IconArrowRight size={14} aria-label="to" role="img" />
        <StatusBadge status={to} decidedBy={blockers[0] ?? null} />
      </div>
      <div className={classes.why}>
        <span>{describeChange(line)}</span>
        <Anchor component={Link} to={`/brands/${brand.id}`} className={classes.brand}>
          {brand.name}
        </Anchor>
      </div>
    </li>
  );
});
