import type { Caller } from '../../domain/access/caller.js';
import type { Instant } from '../../domain/time/instant.js';
import { MS_PER_DAY } from '../../domain/time/local-date.js';
import { createBrand } from '../brands/create-brand.js';
import { updateBrand } from '../brands/update-brand.js';
import { createCampaign } from '../campaigns/create-campaign.js';
import { pauseCampaigns } from '../campaigns/pause-campaigns.js';
import { updateCampaign } from '../campaigns/update-campaign.js';
import type { BookKernel } from '../kernel.js';
import { accepted } from '../refusal.js';
import type { DemoBrand, DemoCampaign } from './demo-plan.js';
import type { DemoSpender } from './demo-spending.js';

/** Something that somebody did to the demo at some moment of its past. */
export interface DemoAction {
  readonly at: Instant;
  readonly run: () => Promise<unknown>;
}

/** What was made, and what is still to be done to it. */
export interface MadeDemo {
  readonly spenders: readonly DemoSpender[];
  readonly actions: readonly DemoAction[];
}

/** In whose agency, and the moment from which the plan counts its days. */
export interface DemoSite {
  readonly kernel: BookKernel;
  readonly caller: Caller;
  readonly present: Instant;
}

/** The external ids of all that is made begin so. */
const KEY_PREFIX = 'demo-';

/** Makes a brand of the demo with its campaigns. */
export async function makeDemoBrand(site: DemoSite, brand: DemoBrand): Promise<MadeDemo> {
  const { kernel, caller } = site;
  const { name, currency, timeZone, dailyBudget = null, monthlyBudget = null } = brand;
  const externalId = `${KEY_PREFIX}${brand.key}`;
  const fields = { name, externalId, currency, timeZone, dailyBudget, monthlyBudget };
  const made = accepted(await createBrand(kernel, caller, { ...fields, idempotencyKey: null }));
  const brandId = made.brand.id;
  const spenders: DemoSpender[] = [];
  for (const campaign of brand.campaigns) {
    const campaignId = await makeCampaign(site, { brand, brandId, campaign });
    const from = dayToInstant(site, campaign.startsOnDay) ?? -Infinity;
    const until = Math.min(
      ...[campaign.endsOnDay, campaign.pausedOnDay, campaign.archivedOnDay, brand.pausedOnDay]
        .concat(brand.archivedOnDay)
        .map((day) => dayToInstant(site, day) ?? Infinity),
    );
    spenders.push({ campaignId, brandId, campaign, brand, from, until });
  }
  return { spenders, actions: actionsOf(site, brand, spenders) };
}

async function makeCampaign(
  site: DemoSite,
  {
    brand,
    brandId,
    campaign,
  }: {
    readonly brand: DemoBrand;
    readonly brandId: string;
    readonly campaign: DemoCampaign;
  },
): Promise<string> {
  const { name, dailyBudget = null, monthlyBudget = null, windows = [] } = campaign;
  const snapshot = accepted(
    await createCampaign(site.kernel, site.caller, {
      brandId,
      name,
      externalId: `${KEY_PREFIX}${brand.key}-${campaign.key}`,
      desiredStatus: 'ACTIVE',
      dailyBudget,
      monthlyBudget,
      startsAt: dayToInstant(site, campaign.startsOnDay),
      endsAt: dayToInstant(site, campaign.endsOnDay),
      windows,
      idempotencyKey: null,
    }),
  );
  return snapshot.campaign.id;
}

function actionsOf(
  site: DemoSite,
  brand: DemoBrand,
  spenders: readonly DemoSpender[],
): readonly DemoAction[] {
  const { kernel, caller } = site;
  const onDay = (day: number | undefined, run: () => Promise<unknown>): readonly DemoAction[] => {
    const at = dayToInstant(site, day);
    return at === null ? [] : [{ at, run }];
  };
  const [id = ''] = spenders.map(({ brandId }) => brandId);
  const setBrand = (status: 'PAUSED' | 'ARCHIVED') => async () =>
    accepted(await updateBrand(kernel, caller, { ...UNCHANGED_BRAND, id, status }));
  return [
    ...onDay(brand.pausedOnDay, setBrand('PAUSED')),
    ...onDay(brand.archivedOnDay, setBrand('ARCHIVED')),
    ...spenders.flatMap(({ campaign, campaignId }) => [
      ...onDay(campaign.pausedOnDay, async () =>
        accepted(await pauseCampaigns(kernel, caller, [campaignId])),
      ),
      ...onDay(campaign.archivedOnDay, async () =>
        accepted(await updateCampaign(kernel, caller, archiving(campaignId))),
      ),
    ]),
  ];
}

const UNCHANGED_BRAND = {
  version: null,
  name: undefined,
  externalId: undefined,
  timeZone: undefined,
  dailyBudget: undefined,
  monthlyBudget: undefined,
};

function archiving(id: string) {
  return {
    id,
    version: null,
    name: undefined,
    externalId: undefined,
    desiredStatus: 'ARCHIVED' as const,
    dailyBudget: undefined,
    monthlyBudget: undefined,
    startsAt: undefined,
    endsAt: undefined,
  };
}

function dayToInstant({ present }: DemoSite, day: number | undefined): Instant | null {
  return day === undefined ? null : present + day * MS_PER_DAY;
}
