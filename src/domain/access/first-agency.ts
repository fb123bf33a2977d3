import type { AgencyId } from '../ids.js';

/** The agency that the first start makes. */
export const FIRST_AGENCY_ID: AgencyId = '00000000-0000-7000-8000-000000000001';
