import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BLOCKER_SENTENCES, describeStatus, type StatusTone } from '../campaigns/blockers.js';
import { CAMPAIGN_FILTERS } from '../campaigns/campaign-filters.js';
import classes from './reasons.module.css';
import { sortCounts, type StatusCount } from './tile-counts.js';

const LABELS = new Map(
  CAMPAIGN_FILTERS.find(({ id }) => id === 'blocker')?.options.map(({ value, label }) => [
    value,
    label,
  ]),
);
/** Of reasons of one colour, each is fainter than the one before. */
const FAINTER_BY = 0.22;

interface Reason {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly tone: StatusTone;
  readonly opacity: number;
  readonly count: number;
  readonly search: Readonly<Record<string, string>>;
}

export interface ReasonsProps {
  readonly counts: readonly StatusCount[];
  readonly brandId: string | undefined;
}

/** Of all campaigns, which part runs, and which does not for what reason: as a bar, and in words. */
export function Reasons({ counts, brandId }: ReasonsProps): ReactNode {
  const reasons = reasonsIn(counts);
  return (
    <section className={`${classes.reasons} live`} aria-labelledby="reasons">
      <Title order={2} id="reasons" className={classes.title}>
        Why
      </Title>
      <div className={classes.bar} aria-hidden>
        {reasons.map(({ key, label, tone, opacity, count }) => (
          <span
            key={key}
            className={classes.part}
            data-tone={tone}
            style={{ flexGrow: count, opacity }}
            title={`${label}: ${count}`}
          />
        ))}
      </div>
      <ul className={classes.legend} aria-label="Campaigns by reason">
        {reasons.map(({ key, label, title, tone, opacity, count, search }) => (
          <li key={key}>
            <Link
              to="/campaigns"
              search={{ ...search, brand: brandId } as never}
              className={classes.entry}
              title={title}
            >
              <span className={classes.swatch} data-tone={tone} style={{ opacity }} aria-hidden />
              {label}
              <span className={classes.count}>{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function reasonsIn(counts: readonly StatusCount[]): readonly Reason[] {
  const seen = new Map<StatusTone, number>();
  return sortCounts(counts).map(({ status, blocker, count }) => {
    const { tone, text } = describeStatus(status, blocker);
    const place = seen.get(tone) ?? 0;
    seen.set(tone, place + 1);
    return {
      key: `${status} ${blocker ?? ''}`,
      label: blocker === null ? text : (LABELS.get(blocker) ?? text),
      title: blocker === null ? 'They may spend now.' : BLOCKER_SENTENCES[blocker],
      tone,
      opacity: 1 - place * FAINTER_BY,
      count,
      search: blocker === null ? { status } : { status, blocker },
    };
  });
}
