import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BudgetsPanel } from './budgets-panel.js';
import classes from './campaign-overview.module.css';
import { CreatedHint } from './created-hint.js';
import { FactsPanel } from './facts-panel.js';
import { SpendPanels } from './spend-panels.js';
import { useCampaign } from './use-campaign.js';
import { WhyPanel } from './why-panel.js';

/** A campaign at a glance: why it does or does not run, its budgets, its spend, and facts. */
export function CampaignOverview(): ReactNode {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  const { data } = useCampaign(campaignId);
  // Without one, the page around this says so.
  if (!data?.campaign) return null;
  const { campaign, overview } = data;
  return (
    <div className={classes.grid}>
      <CreatedHint campaignId={campaignId} />
      <div className={classes.wide}>
        <WhyPanel campaign={campaign} now={overview.at} />
      </div>
      <div className={classes.narrow}>
        <BudgetsPanel campaign={campaign} now={overview.at} />
      </div>
      <SpendPanels campaign={campaign} now={overview.at} />
      <div className={classes.narrow}>
        <FactsPanel campaign={campaign} />
      </div>
    </div>
  );
}
