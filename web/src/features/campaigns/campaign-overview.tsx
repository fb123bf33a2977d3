import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { BudgetsSection } from './budgets-section.js';
import classes from './campaign-overview.module.css';
import { CreatedHint } from './created-hint.js';
import { FactsSection } from './facts-section.js';
import { SpendSections } from './spend-sections.js';
import { useCampaign } from './use-campaign.js';
import { WhySection } from './why-section.js';

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
        <WhySection campaign={campaign} now={overview.at} />
      </div>
      <div className={classes.narrow}>
        <BudgetsSection campaign={campaign} now={overview.at} />
      </div>
      <SpendSections campaign={campaign} now={overview.at} />
      <div className={classes.narrow}>
        <FactsSection campaign={campaign} />
      </div>
    </div>
  );
}
