import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function EditCampaignPage(): ReactNode {
  return <Page title="Edit Campaign">…</Page>;
}
