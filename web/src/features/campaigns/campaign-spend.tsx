import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function CampaignSpend(): ReactNode {
  return <Page title="Campaign Spend">…</Page>;
}
