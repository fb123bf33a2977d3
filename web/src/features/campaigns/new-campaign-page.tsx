import type { ReactNode } from 'react';
import { Page } from '../../kit/page.js';

export function NewCampaignPage(): ReactNode {
  return <Page title="New Campaign">…</Page>;
}
