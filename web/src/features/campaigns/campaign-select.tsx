import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  CampaignChoicesDocument,
  type CampaignChoiceFragment,
  CampaignChosenDocument,
} from '../../client/generated/graphql.js';
import { ServerSelect, type ServerSelectProps } from '../../kit/form/server-select.js';
import { useClient } from '../../live/live-context.js';

const MAX_CHOICES = 20;

export interface CampaignSelectProps extends Omit<
  ServerSelectProps<CampaignChoiceFragment>,
  'noun' | 'search' | 'textOf' | 'chosen'
> {
  /** Of this brand alone; null: of any. */
  readonly brandId: string | null;
}

/** Chooses a campaign; the server searches what is typed, by name or external id. */
export function CampaignSelect({ brandId, ...props }: CampaignSelectProps): ReactNode {
  const { send } = useClient();
  const chosen = useCampaignChosen(props.value);
  return (
    <ServerSelect
      {...props}
      noun="campaign"
      search={{
        queryKey: ['campaigns', 'choices', brandId],
        load: async (search, signal) => {
          const filter = {
            ...(search === '' ? {} : { search }),
            ...(brandId === null ? {} : { brandId }),
          };
          const found = await send(CampaignChoicesDocument, { first: MAX_CHOICES, filter }, signal);
          return found.campaigns.nodes;
        },
      }}
      textOf={({ name, brand }) => `${name} · ${brand.name}`}
      chosen={chosen}
    />
  );
}

function useCampaignChosen(id: string | null): CampaignChoiceFragment | null {
  const { send } = useClient();
  const { data } = useQuery({
    queryKey: ['campaigns', 'chosen', id],
    queryFn: async ({ signal }) =>
      (await send(CampaignChosenDocument, { id: id ?? '' }, signal)).campaign,
    enabled: id !== null,
  });
  return id === null ? null : (data ?? null);
}
