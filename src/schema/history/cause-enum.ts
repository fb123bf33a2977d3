import type { Cause } from '../../domain/campaign/cause.js';
import { describedEnum } from '../described-enum.js';

export const CauseEnum = describedEnum<Cause>({
  name: 'Cause',
  description: 'What brought a status change about.',
  values: {
    USER: "A person or key edited a campaign, its schedule or its brand's status.",
    SPEND: 'Spend or a refund.',
    SCHEDULE: 'A window or the flight began or ended.',
    BUDGET_RESET: 'A new day or month, or a reset by a person.',
    BUDGET_CHANGE: 'A budget was set, raised, lowered or removed.',
    JOB: 'A check repaired a difference.',
  },
});
