import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Permission } from '../../../../src/domain/access/permission.js';
import { MeDocument, type MeQuery } from '../../client/generated/graphql.js';
import { RequestError } from '../../client/request-error.js';
import { PageError } from '../../kit/page-error.js';
import { PageLoading } from '../../kit/page-loading.js';
import { useClient } from '../../live/live-context.js';
import { goToSignIn } from './go-to-sign-in.js';

export type Me = MeQuery['me'];

const SessionContext = createContext<Me | null>(null);

/** Shows what is below it to whoever is signed in, and takes everybody else to where they can be. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { send } = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => send(MeDocument, {}, signal),
    staleTime: 60_000,
  });
  if (data) return <SessionContext value={data.me}>{children}</SessionContext>;
  if (error instanceof RequestError && error.code === 'UNAUTHENTICATED') {
    goToSignIn({ asDemo: true });
    return <PageLoading />;
  }
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  return <PageLoading />;
}

/** Who is signed in, where, and what they may do there. */
export function useMe(): Me {
  const me = useContext(SessionContext);
  if (me === null) throw new Error('useMe is called outside of SessionProvider');
  return me;
}

/** Whether the viewer may do something; what they may not is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
