import type { BrandStatus } from '../../domain/brand/brand.js';
import { describedEnum } from '../described-enum.js';

export const BrandStatusEnum = describedEnum<BrandStatus>({
  name: 'BrandStatus',
  description: 'What a person asked of a brand.',
  values: {
    ACTIVE: 'Its campaigns may run.',
    PAUSED: 'None of its campaigns runs.',
    ARCHIVED: 'Out of use; kept for its history.',
  },
});
