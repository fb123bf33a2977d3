import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { LatestStatusChangesDocument } from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';
import { ChangeStream } from './change-stream.js';

/** The latest status changes of all brands, or of one; whoever hears of more tells the stream. */
export function useChangeStream(brandId: string | undefined): ChangeStream {
  const { send } = useClient();
  const id = brandId ?? null;
  const { stream } = useMemo(
    () => ({ id, stream: new ChangeStream((show) => requestAnimationFrame(show)) }),
    [id],
  );
  const { data } = useQuery({
    queryKey: ['latest-status-changes', id],
    queryFn: ({ signal }) =>
      send(LatestStatusChangesDocument, { filter: id === null ? {} : { brandId: id } }, signal),
  });
  useEffect(() => {
    if (data) stream.read(data.statusChanges.nodes);
  }, [data, stream]);
  return stream;
}
