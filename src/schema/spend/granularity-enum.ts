import type { Granularity } from '../../domain/spend/spend-series.js';
import { describedEnum } from '../described-enum.js';

export const GranularityEnum = describedEnum<Granularity>({
  name: 'Granularity',
  description: 'The length of a point of a series.',
  values: { HOUR: 'A local hour.', DAY: 'A local day.', MONTH: 'A local month.' },
});
