import { type ReactNode, useCallback } from 'react';
import {
  SpendBrandOptionsDocument,
  SpendCampaignOptionsDocument,
} from '../../client/generated/graphql.js';
import { useClient } from '../../live/live-context.js';
import { type LoadOptions, SearchPicker, type SearchPickerProps } from './search-picker.js';

type PickerProps = Pick<SearchPickerProps, 'value' | 'onChange' | 'error' | 'className'>;

/** Picks a brand to narrow a list down to. */
export function BrandPicker(props: PickerProps): ReactNode {
  const { send } = useClient();
  const load: LoadOptions = useCallback(
    async ({ search, id }, signal) => {
      const variables = { search: search || null, id: id ?? '', hasId: id !== null };
      const { brands, brand } = await send(SpendBrandOptionsDocument, variables, signal);
      return withPicked(brands.nodes, brand ?? null).map(({ id: value, name }) => ({
        value,
        label: name,
      }));
    },
    [send],
  );
  return (
    <SearchPicker
      {...props}
      label="Any brand"
      nothingFound="No brand is called that."
      queryKey={['brands', 'options']}
      load={load}
    />
  );
}

export interface CampaignPickerProps extends PickerProps {
  /** Of this brand alone; null: of any. */
  readonly brandId: string | null;
  /** The label above it; absent: it narrows a list down. */
  readonly label?: string;
}

/** Picks a campaign. */
export function CampaignPicker({ brandId, label, ...props }: CampaignPickerProps): ReactNode {
  const { send } = useClient();
  const load: LoadOptions = useCallback(
    async ({ search, id }, signal) => {
      const filter = {
        ...(search === '' ? {} : { search }),
        ...(brandId === null ? {} : { brandId }),
      };
      const variables = { filter, id: id ?? '', hasId: id !== null };
      const { campaigns, campaign } = await send(SpendCampaignOptionsDocument, variables, signal);
      return withPicked(campaigns.nodes, campaign ?? null).map(({ id: value, name, brand }) => ({
        value,
        label: `${name} · ${brand.name}`,
      }));
    },
    [send, brandId],
  );
  return (
    <SearchPicker
      {...props}
      label={label ?? 'Any campaign'}
      hasLabel={label !== undefined}
      nothingFound="No campaign is called that."
      queryKey={['campaigns', 'options', brandId]}
      load={load}
    />
  );
}

function withPicked<One extends { readonly id: string }>(
  found: readonly One[],
  picked: One | null,
): readonly One[] {
  return picked === null || found.some(({ id }) => id === picked.id) ? found : [picked, ...found];
}
