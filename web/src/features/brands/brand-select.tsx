import type { ReactNode } from 'react';
import type { BrandChoiceFragment, BrandStatus } from '../../client/generated/graphql.js';
import { ServerSelect, type ServerSelectProps } from '../../kit/form/server-select.js';
import { useClient } from '../../live/live-context.js';
import { searchBrands } from './search-brands.js';
import { useBrandChosen } from './use-brand-chosen.js';

export interface BrandSelectProps extends Omit<
  ServerSelectProps<BrandChoiceFragment>,
  'noun' | 'search' | 'textOf' | 'chosen'
> {
  /** Only these; absent: all. */
  readonly statuses?: readonly BrandStatus[];
}

/** Chooses a brand; the server searches what is typed, by name or external id. */
export function BrandSelect({ statuses, ...props }: BrandSelectProps): ReactNode {
  const { send } = useClient();
  const chosen = useBrandChosen(props.value);
  return (
    <ServerSelect
      {...props}
      noun="brand"
      search={searchBrands(send, statuses)}
      textOf={({ name }) => name}
      chosen={chosen}
    />
  );
}
