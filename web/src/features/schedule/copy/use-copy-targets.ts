import { useInfiniteQuery } from '@tanstack/react-query';
import {
  type ScheduleTargetsQuery,
  ScheduleTargetsDocument,
} from '../../../client/generated/graphql.js';
import { useClient } from '../../../live/live-context.js';

/** A campaign that a schedule can be copied to. */
export type CopyTarget = ScheduleTargetsQuery['campaigns']['nodes'][number];

export interface CopyTargets {
  readonly targets: readonly CopyTarget[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly loadMore: () => void;
}

export interface TargetsWanted {
  /** Of this brand; null: of all. */
  readonly brandId: string | null;
  readonly search: string;
}

const PAGE_SIZE = 50;

/** Campaigns by their names, page after page, without those that are archived. */
export function useCopyTargets({ brandId, search }: TargetsWanted): CopyTargets {
  const { send } = useClient();
  const query = useInfiniteQuery({
    queryKey: ['schedule-targets', { brandId, search }],
    queryFn: async ({ pageParam, signal }) => {
      const filter = {
        desiredStatus: ['ACTIVE', 'PAUSED'] as ('ACTIVE' | 'PAUSED')[],
        ...(brandId === null ? {} : { brandId }),
        ...(search === '' ? {} : { search }),
      };
      const variables = { first: PAGE_SIZE, after: pageParam, filter };
      return (await send(ScheduleTargetsDocument, variables, signal)).campaigns;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  const pages = query.data?.pages ?? [];
  return {
    targets: pages.flatMap(({ nodes }) => nodes).filter(({ brand }) => brand.status !== 'ARCHIVED'),
    hasMore: query.hasNextPage,
    isLoading: query.isFetching,
    error: query.error,
    loadMore: () => void query.fetchNextPage(),
  };
}
