import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function CampaignOverview(): ReactNode {
  return <Page title="Campaign Overview">…</Page>;
}
