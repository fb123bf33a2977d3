import type { DesiredStatus } from '../../domain/campaign/campaign.js';
import { describedEnum } from '../described-enum.js';

export const DesiredStatusEnum = describedEnum<DesiredStatus>({
  name: 'DesiredStatus',
  description: 'What a person asked for. Only people write it; no job and no spend ever does.',
  values: {
    ACTIVE: 'Run whenever budget and schedule allow.',
    PAUSED: 'Do not run until a person says so.',
    ARCHIVED: 'Out of use; kept for its history.',
  },
});
