import { Field, ObjectType } from 'type-graphql';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { isOpen, nextChange } from '../../domain/schedule/schedule.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { TimeZoneScalar } from '../scalars/time-zone-scalar.js';
import { DaypartingWindowType } from './dayparting-window-type.js';

const DESCRIPTION = `When a campaign may run. No window: always. Otherwise only inside a window, and a
weekday without one is closed. Wall time follows the brand's zone: a repeated hour
counts twice, a skipped one never.`;

@ObjectType('DaypartingSchedule', { description: DESCRIPTION })
export class DaypartingScheduleType {
  constructor(private readonly snapshot: CampaignSnapshot) {}

  @Field(() => TimeZoneScalar, { description: "The brand's zone." })
  get timeZone(): string {
    return this.snapshot.brand.timeZone;
  }

  @Field(() => [DaypartingWindowType], {
    description: 'Its windows; they may touch, never overlap.',
  })
  get windows(): readonly DaypartingWindowType[] {
    return this.snapshot.campaign.windows.map((window) => new DaypartingWindowType(window));
  }

  @Field(() => Boolean, { description: 'Whether it is open at this moment.' })
  get openNow(): boolean {
    const { campaign, brand, at } = this.snapshot;
    return isOpen(campaign.windows, brand.timeZone, at);
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When openNow next changes; null if never.',
  })
  get nextChangeAt(): Instant | null {
    const { campaign, brand, at } = this.snapshot;
    return nextChange(campaign.windows, brand.timeZone, at);
  }
}
