import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type {
  CampaignDetailFragment,
  CampaignStateFragment,
} from '../../client/generated/graphql.js';
import { formatFineDistance } from '../../kit/format/distance.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { BLOCKER_SENTENCES, toneOf } from './blockers.js';
import { Panel } from '../../kit/panel.js';
import { useCampaignState } from './use-campaign.js';
import { howToClear } from './how-to-clear.js';
import classes from './why-panel.module.css';

export interface WhyPanelProps {
  readonly campaign: CampaignDetailFragment;
  /** The server's instant. */
  readonly now: string;
}

/** Every reason why a campaign does not run, since when and until when; or that it runs. */
export function WhyPanel({ campaign, now }: WhyPanelProps): ReactNode {
  const state = useCampaignState(campaign);
  const { timeZone } = campaign.brand;
  const isRunning = state.blockers.length === 0;
  return (
    <Panel title={isRunning ? 'It runs' : 'Why it does not run'} aside={`Times of ${timeZone}`}>
      <div className="live">
        {isRunning ? (
          <Running state={state} timeZone={timeZone} now={now} />
        ) : (
          <ol className={classes.list}>
            {state.blockers.map((blocker, place) => (
              <Reason
                key={blocker.code}
                blocker={blocker}
                timeZone={timeZone}
                now={now}
                isDeciding={place === 0}
              />
            ))}
          </ol>
        )}
        {isRunning ? null : <Next state={state} timeZone={timeZone} now={now} />}
      </div>
    </Panel>
  );
}

interface TimedProps {
  readonly timeZone: string;
  readonly now: string;
}

type Blocker = CampaignStateFragment['blockers'][number];

interface ReasonProps extends TimedProps {
  readonly blocker: Blocker;
  readonly isDeciding: boolean;
}

function Reason({ blocker, isDeciding, timeZone, now }: ReasonProps): ReactNode {
  const { code, since, clearsAt } = blocker;
  return (
    <li className={classes.reason} data-tone={toneOf(code)}>
      <p className={classes.sentence}>
        {BLOCKER_SENTENCES[code]}
        {isDeciding ? <span className={classes.deciding}>decides</span> : null}
      </p>
      <dl className={classes.times}>
        <dt>Since</dt>
        <dd>
          <InstantText instant={since} timeZone={timeZone} />
          <span className={classes.distance}>{describeAge(since, Date.parse(now))}</span>
        </dd>
        <dt>Clears</dt>
        <dd>
          {clearsAt === null ? (
            howToClear(code)
          ) : (
            <>
              <InstantText instant={clearsAt} timeZone={timeZone} />
              <span className={classes.distance}>
                {formatFineDistance(clearsAt, Date.parse(now))}
              </span>
            </>
          )}
        </dd>
      </dl>
    </li>
  );
}

interface StateProps extends TimedProps {
  readonly state: CampaignStateFragment;
}

function Running({ state, timeZone, now }: StateProps): ReactNode {
  const { statusSince, nextTransitionAt } = state;
  return (
    <>
      <p className={classes.running}>
        <IconCircleCheck size={28} aria-hidden />
        <span>
          Nothing holds it back since <InstantText instant={statusSince} timeZone={timeZone} />
          <span className={classes.distance}>{describeAge(statusSince, Date.parse(now))}</span>
        </span>
      </p>
      <p className={classes.next}>
        {nextTransitionAt === null ? (
          'It goes on until its money is spent, or a person stops it.'
        ) : (
          <>
            Unless its money is spent before, this changes next{' '}
            <InstantText instant={nextTransitionAt} timeZone={timeZone} />
            <span className={classes.distance}>
              {formatFineDistance(nextTransitionAt, Date.parse(now))}
            </span>
          </>
        )}
      </p>
    </>
  );
}

function Next({ state: { nextTransitionAt }, timeZone, now }: StateProps): ReactNode {
  return (
    <p className={classes.next}>
      {nextTransitionAt === null ? (
        'Nothing of this changes by itself.'
      ) : (
        <>
          The next of this to change by itself:{' '}
          <InstantText instant={nextTransitionAt} timeZone={timeZone} />
          <span className={classes.distance}>
            {formatFineDistance(nextTransitionAt, Date.parse(now))}
          </span>
        </>
      )}
    </p>
  );
}

/** What the server's clock, as it was last read, has not reached yet was just now. */
function describeAge(since: string, nowMs: number): string {
  return formatFineDistance(since, Math.max(nowMs, Date.parse(since)));
}
