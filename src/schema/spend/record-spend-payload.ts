import { Field, ObjectType } from 'type-graphql';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { CampaignType } from '../campaign/campaign-type.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { SpendEntryType } from './spend-entry-type.js';

/** A ledger row and its campaign after the commit. */
interface Recorded {
  readonly entry: SpendEntry;
  readonly campaign: CampaignSnapshot;
  readonly duplicate: boolean;
}

@ObjectType('RecordSpendPayload', { description: 'The outcome of recording a spend or refund.' })
export class RecordSpendPayload {
  constructor(private readonly outcome: Result<Recorded, readonly UserError[]>) {}

  @Field(() => SpendEntryType, {
    nullable: true,
    description: 'The ledger row; the first one if this is a duplicate; null if refused.',
  })
  get entry(): SpendEntryType | null {
    if (!this.outcome.ok) return null;
    const { entry, campaign } = this.outcome.value;
    return new SpendEntryType(entry, campaign);
  }

  @Field(() => CampaignType, {
    nullable: true,
    description:
      'The campaign after the commit: an exhausted budget shows here, not a minute later.',
  })
  get campaign(): CampaignType | null {
    return this.outcome.ok ? new CampaignType(this.outcome.value.campaign) : null;
  }

  @Field(() => Boolean, {
    description: 'The same event was recorded before; nothing was counted again.',
  })
  get duplicate(): boolean {
    return this.outcome.ok && this.outcome.value.duplicate;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
