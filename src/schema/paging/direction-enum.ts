import type { Direction } from '../../domain/paging/page.js';
import { describedEnum } from '../described-enum.js';

export const DirectionEnum = describedEnum<Direction>({
  name: 'Direction',
  description: 'Which end comes first.',
  values: { ASC: 'Smallest or oldest first.', DESC: 'Largest or newest first.' },
});
