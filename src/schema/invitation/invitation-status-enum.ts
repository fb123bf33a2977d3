import type { InvitationStatus } from '../../domain/access/invitation.js';
import { describedEnum } from '../described-enum.js';

export const InvitationStatusEnum = describedEnum<InvitationStatus>({
  name: 'InvitationStatus',
  description: 'What became of an invitation.',
  values: {
    OPEN: 'Its link can be used.',
    ACCEPTED: 'Its link was used: whoever was invited is a member since then.',
    REVOKED: 'It was taken back, or another one to the same address took its place.',
    EXPIRED: 'Nobody used its link in time.',
  },
});
