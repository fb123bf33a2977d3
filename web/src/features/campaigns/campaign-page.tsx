import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function CampaignPage(): ReactNode {
  return <Page title="Campaign">…</Page>;
}
