import type { KeyState } from '../../domain/access/api-key.js';
import { describedEnum } from '../described-enum.js';

export const KeyStateEnum = describedEnum<KeyState>({
  name: 'KeyState',
  description: 'Whether a key is still good.',
  values: {
    GOOD: 'It can be used.',
    EXPIRED: 'Its end has passed, in real time.',
    REVOKED: 'It was revoked, whether or not its end has passed.',
  },
});
