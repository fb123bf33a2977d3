import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** When a recurring job last ran, and how that went. */
@Entity({ tableName: 'job_run' })
export class JobRunEntity {
  @PrimaryKey({ type: 'text' })
  name!: string;

  @Property({ type: InstantType, nullable: true })
  lastStartedAt!: Instant | null;

  @Property({ type: InstantType, nullable: true })
  lastFinishedAt!: Instant | null;

  @Property({ type: 'integer', nullable: true })
  lastDurationMs!: number | null;

  @Property({ type: 'integer' })
  failureCount!: number;

  @Property({ type: 'text', nullable: true })
  lastError!: string | null;
}
