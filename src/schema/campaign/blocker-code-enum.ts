import type { BlockerCode } from '../../domain/campaign/blocker.js';
import { describedEnum } from '../described-enum.js';

export const BlockerCodeEnum = describedEnum<BlockerCode>({
  name: 'BlockerCode',
  description:
    'Why a campaign does not run, in order of precedence: the first present decides the status.',
  values: {
    ARCHIVED: 'The campaign or its brand is archived.',
    MANUAL_PAUSE: 'A person paused the campaign.',
    BRAND_PAUSED: 'A person paused the brand.',
    ENDED: 'Its flight is over.',
    NOT_STARTED: 'Its flight has not begun.',
    BRAND_MONTHLY_BUDGET: "The brand's monthly budget is exhausted.",
    MONTHLY_BUDGET: 'Its monthly budget is exhausted.',
    BRAND_DAILY_BUDGET: "The brand's daily budget is exhausted.",
    DAILY_BUDGET: 'Its daily budget is exhausted.',
    OUTSIDE_SCHEDULE: 'No window of its schedule is open.',
  },
});
