import type { ReactNode } from 'react';
import type { Permission } from '../../../../src/domain/access/permission.js';
import { PageTabs } from '../../kit/page-tabs.js';
import { useMay } from '../session/session-context.js';

interface Tab {
  readonly path: '' | '/schedule' | '/history' | '/spend' | '/edit';
  readonly label: string;
  readonly needs: Permission;
}

const TABS: readonly Tab[] = [
  { path: '', label: 'Overview', needs: 'campaign:read' },
  { path: '/schedule', label: 'Schedule', needs: 'campaign:read' },
  { path: '/history', label: 'History', needs: 'campaign:read' },
  { path: '/spend', label: 'Spend', needs: 'spend:read' },
  { path: '/edit', label: 'Edit', needs: 'campaign:write' },
];

/** The way to the parts of a campaign's page. */
export function CampaignTabs({ campaignId }: { readonly campaignId: string }): ReactNode {
  const may = useMay();
  const tabs = TABS.filter(({ needs }) => may(needs)).map(({ path, label }) => ({
    to: `/campaigns/${campaignId}${path}`,
    label,
  }));
  return <PageTabs label="Parts of the campaign" tabs={tabs} />;
}
