import {
  ActivateCampaignsDocument,
  type BrandPartsFragment,
  type BudgetPeriod,
  type BulkPartsFragment,
  type CampaignPartsFragment,
  CreateBrandDocument,
  type CreateBrandInput,
  CreateCampaignDocument,
  type CreateCampaignInput,
  type DaypartingWindowInput,
  type EntryPartsFragment,
  type JobPartsFragment,
  PauseCampaignsDocument,
  RecordRefundDocument,
  type RecordRefundInput,
  RecordSpendDocument,
  type RecordSpendInput,
  ResetBrandBudgetDocument,
  ResetBudgetsDocument,
  RunJobDocument,
  SetDaypartingScheduleDocument,
  UpdateBrandDocument,
  type UpdateBrandInput,
  UpdateCampaignDocument,
  type UpdateCampaignInput,
  type UserErrorPartsFragment,
} from '../../generated/graphql.js';
import { type Identified, present, Reader } from './reader.js';
import { refusalLines } from './texts.js';

/** What became of a spend or refund that was accepted. */
export interface Recorded {
  readonly entry: EntryPartsFragment;
  /** As it is after the commit. */
  readonly campaign: CampaignPartsFragment;
  readonly duplicate: boolean;
}

interface Payload {
  readonly userErrors: readonly UserErrorPartsFragment[];
}

let serial = 0;

/**
 * Plays a user of the API in few words. Every verb throws if it is refused; to see a refusal, `run`
 * the document itself and look at its `userErrors` (`refusalLines` makes them short).
 */
export class Player extends Reader {
  /** A brand in euros and UTC without caps, but for what is given. */
  async aBrand(details: Partial<CreateBrandInput> = {}): Promise<BrandPartsFragment> {
    const input = { name: name('Brand'), currency: 'EUR', ...details };
    const { createBrand } = await this.run(CreateBrandDocument, { input });
    return accepted(createBrand, createBrand.brand);
  }

  /** A campaign of a brand, ACTIVE, without caps, flight or schedule, but for what is given. */
  async aCampaign(
    brand: Identified,
    details: Partial<CreateCampaignInput> = {},
  ): Promise<CampaignPartsFragment> {
    const input = { name: name('Campaign'), brandId: brand.id, ...details };
    const { createCampaign } = await this.run(CreateCampaignDocument, { input });
    return accepted(createCampaign, createCampaign.campaign);
  }

  /** A spend of a campaign, now, under an event id of its own, but for what is given. */
  async spend(
    campaign: Identified,
    amount: string,
    details: Partial<RecordSpendInput> = {},
  ): Promise<Recorded> {
    const input = { campaignId: campaign.id, amount, eventId: name('event'), ...details };
    const { recordSpend } = await this.run(RecordSpendDocument, { input });
    return recorded(recordSpend);
  }

  /** A refund of an entry under an event id of its own, but for what is given. */
  async refund(
    entry: Identified,
    amount: string,
    details: Partial<RecordRefundInput> = {},
  ): Promise<Recorded> {
    const input = { entryId: entry.id, amount, eventId: name('event'), ...details };
    const { recordRefund } = await this.run(RecordRefundDocument, { input });
    return recorded(recordRefund);
  }

  async updateBrand(
    brand: Identified,
    changes: Omit<UpdateBrandInput, 'id'>,
  ): Promise<BrandPartsFragment> {
    const input = { id: brand.id, ...changes };
    const { updateBrand } = await this.run(UpdateBrandDocument, { input });
    return accepted(updateBrand, updateBrand.brand);
  }

  async updateCampaign(
    campaign: Identified,
    changes: Omit<UpdateCampaignInput, 'id'>,
  ): Promise<CampaignPartsFragment> {
    const input = { id: campaign.id, ...changes };
    const { updateCampaign } = await this.run(UpdateCampaignDocument, { input });
    return accepted(updateCampaign, updateCampaign.campaign);
  }

  async setWindows(
    campaign: Identified,
    windows: DaypartingWindowInput[],
  ): Promise<CampaignPartsFragment> {
    const input = { campaignId: campaign.id, windows };
    const payload = await this.run(SetDaypartingScheduleDocument, { input });
    return accepted(payload.setDaypartingSchedule, payload.setDaypartingSchedule.campaign);
  }

  /** Sets desiredStatus PAUSED. */
  async pause(...campaigns: Identified[]): Promise<readonly CampaignPartsFragment[]> {
    const answer = await this.run(PauseCampaignsDocument, { ids: idsOf(campaigns) });
    return allOf(answer.pauseCampaigns);
  }

  /** Sets desiredStatus ACTIVE. */
  async activate(...campaigns: Identified[]): Promise<readonly CampaignPartsFragment[]> {
    const answer = await this.run(ActivateCampaignsDocument, { ids: idsOf(campaigns) });
    return allOf(answer.activateCampaigns);
  }

  async resetBudgets(
    period: BudgetPeriod,
    ...campaigns: Identified[]
  ): Promise<readonly CampaignPartsFragment[]> {
    const answer = await this.run(ResetBudgetsDocument, { ids: idsOf(campaigns), period });
    return allOf(answer.resetBudgets);
  }

  async resetBrandBudget(period: BudgetPeriod, brand: Identified): Promise<BrandPartsFragment> {
    const answer = await this.run(ResetBrandBudgetDocument, { id: brand.id, period });
    return accepted(answer.resetBrandBudget, answer.resetBrandBudget.brand);
  }

  /** Runs a job to its end. */
  async runJob(job: string): Promise<JobPartsFragment> {
    const { runJob } = await this.run(RunJobDocument, { name: job });
    return accepted(runJob, runJob.job);
  }
}

function name(kind: string): string {
  serial += 1;
  return `${kind} ${serial}`;
}

function idsOf(items: readonly Identified[]): string[] {
  return items.map(({ id }) => id);
}

function recorded(
  payload: Payload & { readonly duplicate: boolean } & {
    readonly [Part in 'entry' | 'campaign']: Recorded[Part] | null;
  },
): Recorded {
  const { duplicate } = payload;
  const entry = accepted(payload, payload.entry);
  return { entry, campaign: accepted(payload, payload.campaign), duplicate };
}

function allOf({ results, userErrors }: BulkPartsFragment): readonly CampaignPartsFragment[] {
  accepted({ userErrors }, results);
  return results.map((result) => accepted(result, result.campaign));
}

function accepted<T>({ userErrors }: Payload, value: T | null): T {
  if (userErrors.length > 0) throw new Error(`refused: ${refusalLines(userErrors).join('; ')}`);
  return present(value);
}
