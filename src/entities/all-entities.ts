import { AgencyEntity } from './agency.js';
import { BrandEntity } from './brand.js';
import { CampaignEntity } from './campaign.js';
import { CounterEntity } from './counter.js';
import { IdempotencyKeyEntity } from './idempotency-key.js';
import { JobRunEntity } from './job-run.js';
import { OutboxMessageEntity } from './outbox-message.js';
import { PeriodCloseEntity } from './period-close.js';
import { ScheduleWindowEntity } from './schedule-window.js';
import { SpendEntryEntity } from './spend-entry.js';
import { StatusChangeEntity } from './status-change.js';

/** Every mapped table. */
export const ALL_ENTITIES = [
  AgencyEntity,
  BrandEntity,
  CampaignEntity,
  CounterEntity,
  IdempotencyKeyEntity,
  JobRunEntity,
  OutboxMessageEntity,
  PeriodCloseEntity,
  ScheduleWindowEntity,
  SpendEntryEntity,
  StatusChangeEntity,
];
