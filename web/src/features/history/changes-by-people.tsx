import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  ChangesByPeopleDocument,
  type ChangesByPeopleQuery,
} from '../../client/generated/graphql.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { PageError } from '../../kit/page-error.js';
import { useClient } from '../../live/live-context.js';
import { Panel } from '../../kit/panel.js';
import { auditedDifferences, describeAction, type Surroundings } from './audited-words.js';
import classes from './history.module.css';

const PAGE_SIZE = 20;
const NONE: readonly Entry[] = [];

type Entry = ChangesByPeopleQuery['auditLog']['nodes'][number];

export interface ChangesByPeopleProps {
  readonly campaignId: string;
  readonly surroundings: Surroundings;
}

/** What people and keys changed about a campaign: what it was, what it is, and why. For those who may read the audit log. */
export function ChangesByPeople({ campaignId, surroundings }: ChangesByPeopleProps): ReactNode {
  const { send } = useClient();
  const query = useInfiniteQuery({
    queryKey: ['changes-by-people', campaignId],
    queryFn: async ({ pageParam, signal }) => {
      const variables = { objectId: campaignId, first: PAGE_SIZE, after: pageParam };
      return (await send(ChangesByPeopleDocument, variables, signal)).auditLog;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (error && !data) return <PageError error={error} onRetry={() => void refetch()} />;
  const entries = data?.pages.flatMap(({ nodes }) => nodes) ?? NONE;
  return (
    <Panel title="Changes by people" aside="From the audit log">
      {data && entries.length === 0 ? (
        <Text fz="sm" c="dimmed">
          Nobody has changed this campaign since the audit log began.
        </Text>
      ) : null}
      <ol className={classes.changes}>
        {entries.map((entry) => (
          <Change key={entry.id} entry={entry} surroundings={surroundings} />
        ))}
      </ol>
      {hasNextPage ? (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

interface ChangeProps {
  readonly entry: Entry;
  readonly surroundings: Surroundings;
}

function Change({ entry, surroundings }: ChangeProps): ReactNode {
  const { at, actor, reason } = entry;
  const isNew = entry.before === null;
  const differences = auditedDifferences(entry, surroundings).filter(
    ({ after }) => !isNew || after !== 'none',
  );
  return (
    <li className={classes.change}>
      <span className={classes.changeWhen}>
        <InstantText instant={at} timeZone={surroundings.timeZone} />
      </span>
      <div>
        <p className={classes.what}>
          <strong>{actor.name}</strong> {describeAction(entry)}
        </p>
        {differences.length === 0 ? null : (
          <dl className={classes.values}>
            {differences.map(({ name, before, after }) => (
              <Value key={name} name={name} before={isNew ? null : before} after={after} />
            ))}
          </dl>
        )}
        {reason === null ? null : <p className={classes.reason}>{reason}</p>}
      </div>
    </li>
  );
}

interface ValueProps {
  readonly name: string;
  /** Null: there was nothing to be compared with. */
  readonly before: string | null;
  readonly after: string;
}

function Value({ name, before, after }: ValueProps): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {before === null ? null : (
          <>
            <del className={classes.was}>{before}</del>
            <span aria-hidden> → </span>
          </>
        )}
        {after}
      </dd>
    </>
  );
}
