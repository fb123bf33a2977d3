import type { CampaignStatus } from '../../domain/campaign/campaign.js';
import { describedEnum } from '../described-enum.js';

export const CampaignStatusEnum = describedEnum<CampaignStatus>({
  name: 'CampaignStatus',
  description: 'What a campaign does now. Decided by its first blocker.',
  values: {
    ACTIVE: 'It runs: no blocker.',
    INACTIVE: 'It is not meant to run now: archived, ended, not started, or outside its schedule.',
    PAUSED: 'It would run but for a pause or an exhausted budget.',
  },
});
