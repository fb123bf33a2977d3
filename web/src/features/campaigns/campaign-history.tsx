import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function CampaignHistory(): ReactNode {
  return <Page title="Campaign History">…</Page>;
}
