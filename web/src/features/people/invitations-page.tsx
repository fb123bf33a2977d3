import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function InvitationsPage(): ReactNode {
  return <Page title="Invitations">…</Page>;
}
