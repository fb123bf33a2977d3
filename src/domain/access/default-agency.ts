import type { AgencyId } from '../ids.js';

/** The agency that everything belongs to until there are several. */
export const DEFAULT_AGENCY_ID: AgencyId = '00000000-0000-7000-8000-000000000001';
