import { AgencyEntity } from './agency.js';
import { ApiKeyEntity } from './api-key.js';
import { BrandEntity } from './brand.js';
import { CampaignEntity } from './campaign.js';
import { CounterEntity } from './counter.js';
import { IdempotencyKeyEntity } from './idempotency-key.js';
import { InvitationEntity } from './invitation.js';
import { JobRunEntity } from './job-run.js';
import { MembershipEntity } from './membership.js';
import { OutboxMessageEntity } from './outbox-message.js';
import { PeriodCloseEntity } from './period-close.js';
import { PersonEntity } from './person.js';
import { ScheduleWindowEntity } from './schedule-window.js';
import { SpendEntryEntity } from './spend-entry.js';
import { StatusChangeEntity } from './status-change.js';

/** Every mapped table. */
export const ALL_ENTITIES = [
  AgencyEntity,
  ApiKeyEntity,
  BrandEntity,
  CampaignEntity,
  CounterEntity,
  IdempotencyKeyEntity,
  InvitationEntity,
  JobRunEntity,
  MembershipEntity,
  OutboxMessageEntity,
  PeriodCloseEntity,
  PersonEntity,
  ScheduleWindowEntity,
  SpendEntryEntity,
  StatusChangeEntity,
];
