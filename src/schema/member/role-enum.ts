import type { Role } from '../../domain/access/role.js';
import { describedEnum } from '../described-enum.js';

export const RoleEnum = describedEnum<Role>({
  name: 'Role',
  description: 'What somebody may do in an agency.',
  values: {
    OWNER: 'Everything, the agency itself too. For people alone; there is always one.',
    ADMIN: 'Everything but what only an owner may do: people, keys, the audit log, jobs.',
    MANAGER: 'Runs the campaigns of all or of chosen brands.',
    ANALYST: 'Reads all brands and what becomes of them.',
    CLIENT: 'Reads one or more brands.',
    INGEST: 'Records spend, of all or of chosen brands, and nothing else. For keys alone.',
  },
});
