import { IconBuildingStore } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BrandStatus } from '../../client/generated/graphql.js';
import { BrandSelect, type BrandSelectProps } from '../brands/brand-select.js';

/** Archived brands spend nothing. */
const WATCHED: readonly BrandStatus[] = ['ACTIVE', 'PAUSED'];

/** Chooses the brand that is watched. */
export function WatchedBrandSelect(
  props: Pick<
    BrandSelectProps,
    'name' | 'placeholder' | 'size' | 'isClearable' | 'value' | 'onChange'
  >,
): ReactNode {
  return (
    <BrandSelect
      {...props}
      w={{ base: '100%', xs: 230 }}
      leftSection={<IconBuildingStore size={15} aria-hidden />}
      statuses={WATCHED}
    />
  );
}
