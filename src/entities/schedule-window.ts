import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, CampaignId } from '../domain/ids.js';
import type { DayOfWeek } from '../domain/schedule/window.js';

/** One window of a campaign's schedule, in the order in which the windows were sent. */
@Entity({ tableName: 'schedule_window' })
export class ScheduleWindowEntity {
  @PrimaryKey({ type: 'uuid' })
  campaignId!: CampaignId;

  @PrimaryKey({ type: 'smallint' })
  position!: number;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: 'text[]' })
  days!: readonly DayOfWeek[];

  @Property({ type: 'smallint' })
  startMinute!: number;

  @Property({ type: 'smallint' })
  endMinute!: number;
}
