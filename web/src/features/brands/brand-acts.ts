import type { BrandStatus, BudgetPeriod } from '../../client/generated/graphql.js';

/** Something that can be done with a brand after it was confirmed. */
export type BrandAct =
  | { readonly kind: 'status'; readonly status: BrandStatus }
  | { readonly kind: 'reset'; readonly period: BudgetPeriod };

/** The brand it is done with. */
export interface BrandInQuestion {
  readonly name: string;
  readonly status: BrandStatus;
  readonly campaigns: { readonly totalCount: number };
}

/** An act in words: what asks for it, what its button says, what happens, and what is said after it. */
export interface ActWords {
  readonly title: string;
  readonly action: string;
  readonly explanation: string;
  readonly done: string;
  readonly isDangerous: boolean;
}

/** What an act means for a brand and for its campaigns. */
export function describeAct(act: BrandAct, brand: BrandInQuestion): ActWords {
  return act.kind === 'reset'
    ? describeReset(act.period, brand)
    : describeStatus(act.status, brand);
}

function describeReset(period: BudgetPeriod, { name }: BrandInQuestion): ActWords {
  const [budget, now] = period === 'DAY' ? ['daily', 'today'] : ['monthly', 'this month'];
  return {
    title: `Reset what ${name} has spent ${now}?`,
    action: period === 'DAY' ? 'Reset the day' : 'Reset the month',
    explanation:
      `What it has spent ${now} no longer counts against the brand’s own ${budget} budget, so it ` +
      'can be spent once more: campaigns that were stopped by it run again at once. The campaigns’ ' +
      'own budgets are not reset, and the ledger keeps everything.',
    done: `${name} begins its ${budget} budget anew.`,
    isDangerous: true,
  };
}

function describeStatus(status: BrandStatus, brand: BrandInQuestion): ActWords {
  const { name } = brand;
  const campaigns = campaignsOf(brand);
  switch (status) {
    case 'PAUSED':
      return brand.status === 'ARCHIVED'
        ? {
            title: `Restore ${name}?`,
            action: 'Restore',
            explanation:
              `It comes back paused: ${campaigns} stay stopped until it is activated, and nothing ` +
              'is spent by surprise.',
            done: `${name} is back, and paused.`,
            isDangerous: false,
          }
        : {
            title: `Pause ${name}?`,
            action: 'Pause',
            explanation:
              `${sentence(campaigns)} stop at once, whatever they were set to. What they were set ` +
              'to is kept: once the brand is active again, they go on as before.',
            done: `${name} is paused.`,
            isDangerous: false,
          };
    case 'ACTIVE':
      return {
        title: `Activate ${name}?`,
        action: 'Activate',
        explanation:
          `Of ${campaigns}, those that nothing else stops run again at once; those that were ` +
          'paused by hand stay paused.',
        done: `${name} is active.`,
        isDangerous: false,
      };
    case 'ARCHIVED':
      return {
        title: `Archive ${name}?`,
        action: 'Archive',
        explanation:
          `${sentence(campaigns)} become inactive at once and can no longer be changed. Nothing is ` +
          'deleted: spend that still comes in is recorded, and the brand can be restored.',
        done: `${name} is archived.`,
        isDangerous: true,
      };
  }
}

function campaignsOf({ campaigns: { totalCount } }: BrandInQuestion): string {
  return totalCount === 1 ? 'its one campaign' : `its ${totalCount} campaigns`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
