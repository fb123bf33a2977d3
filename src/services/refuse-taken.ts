import { violatesUnique } from '../persistence/unique-violation.js';
import { refuse } from './refusal.js';

/**
 * Writes a row that has an externalId; refuses with TAKEN if another one of the agency has it, also
 * one that is written at the same moment. `index` keeps these externalIds unique.
 */
export async function refuseTaken<T>(
  index: 'brand_external_id' | 'campaign_external_id',
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!violatesUnique(error, index)) throw error;
    const thing = index === 'brand_external_id' ? 'brand' : 'campaign';
    const field = ['input', 'externalId'];
    return refuse(
      field,
      'TAKEN',
      `Another ${thing}, perhaps an archived one, has this externalId.`,
    );
  }
}
