import type { AgencyId } from '../ids.js';
import type { Instant } from '../time/instant.js';

/** An ad agency: the owner of brands, campaigns, spend and keys. */
export interface Agency {
  readonly id: AgencyId;
  /** Need not be unique. */
  readonly name: string;
  readonly createdAt: Instant;
}
