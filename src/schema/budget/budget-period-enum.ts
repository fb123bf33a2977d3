import type { BudgetPeriod } from '../../domain/time/period.js';
import { describedEnum } from '../described-enum.js';

export const BudgetPeriodEnum = describedEnum<BudgetPeriod>({
  name: 'BudgetPeriod',
  description: "The length of a budget's period.",
  values: { DAY: 'A local day.', MONTH: 'A local month.' },
});
