import { DEFAULT_AGENCY_ID } from '../../domain/access/default-agency.js';
import { formatInstant } from '../../domain/time/instant.js';
import type { BookKernel } from '../kernel.js';

/** Makes the agency on first start; changes nothing if it is there. */
export async function ensureAgency({
  database,
  clock,
}: Pick<BookKernel, 'database' | 'clock'>): Promise<void> {
  await database.rows(
    `insert into agency (id, name, created_at) values ($1, 'Agency', $2::timestamptz)
     on conflict (id) do nothing`,
    [DEFAULT_AGENCY_ID, formatInstant(clock.now())],
  );
}
