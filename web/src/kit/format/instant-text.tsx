import type { ReactNode } from 'react';
import { formatInstant, ownZone } from './time.js';

export interface InstantTextProps {
  readonly instant: string | null;
  /** The brand's zone; absent: the viewer's own. */
  readonly timeZone?: string;
  /** What stands for no instant. */
  readonly none?: string;
}

/** An instant in a zone; which one is said by its tooltip. */
export function InstantText({ instant, timeZone, none = '–' }: InstantTextProps): ReactNode {
  if (instant === null) return none;
  const zone = timeZone ?? ownZone();
  return (
    <time dateTime={instant} title={`${instant} (shown in ${zone})`} className="number">
      {formatInstant(instant, zone)}
    </time>
  );
}
