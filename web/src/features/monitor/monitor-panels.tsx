import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { OverviewQuery } from '../../client/generated/graphql.js';
import { AtRisk } from './at-risk.js';
import type { ChangeStream } from './change-stream.js';
import { CurvePanel } from './curve-panel.js';
import classes from './monitor.module.css';
import { Panel } from '../../kit/panel.js';
import { Reasons } from './reasons.js';
import { StatusStream } from './status-stream.js';
import { Tiles } from './tiles.js';
import { Totals } from './totals.js';

export interface MonitorPanelsProps {
  readonly overview: OverviewQuery['overview'];
  readonly brandId: string | undefined;
  readonly stream: ChangeStream;
}

/** The parts of the monitor, each in its place. */
export function MonitorPanels({ overview, brandId, stream }: MonitorPanelsProps): ReactNode {
  const { counts, totals, at } = overview;
  return (
    <div className={classes.monitor}>
      <Tiles overview={overview} brandId={brandId} />
      <Reasons counts={counts} brandId={brandId} />
      <div className={classes.columns}>
        <div className={classes.curve}>
          <CurvePanel brandId={brandId} now={at} />
        </div>
        <div className={classes.stream}>
          <Panel
            title="As it happens"
            frame="flush"
            actions={
              <Anchor component={Link} to="/history" fz={12.5}>
                All changes
              </Anchor>
            }
          >
            <StatusStream stream={stream} now={at} />
          </Panel>
        </div>
        <div className={classes.risk}>
          <Panel title="At risk" aside="running, with 70 % or more of the day spent" frame="flush">
            <AtRisk brandId={brandId} now={at} />
          </Panel>
        </div>
        <div className={classes.totals}>
          <Panel title="Spend against budgets" aside="each brand’s own day and month">
            <Totals totals={totals} />
          </Panel>
        </div>
      </div>
    </div>
  );
}
