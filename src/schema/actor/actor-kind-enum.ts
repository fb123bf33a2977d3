import type { ActorKind } from '../../domain/access/caller.js';
import { describedEnum } from '../described-enum.js';

export const ActorKindEnum = describedEnum<ActorKind>({
  name: 'ActorKind',
  description: 'What did something.',
  values: {
    USER: 'A person.',
    KEY: 'A machine with an API key.',
    SYSTEM: 'Paceline itself.',
  },
});
