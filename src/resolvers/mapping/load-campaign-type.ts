import { invariant } from '../../domain/errors.js';
import { CampaignType } from '../../schema/campaign/campaign-type.js';
import type { Loaders } from '../loaders.js';

/** The campaign that a row belongs to; it is there, since nothing is ever deleted. */
export async function loadCampaignType(loaders: Loaders, id: string): Promise<CampaignType> {
  const snapshot = await loaders.campaigns.load(id);
  invariant(snapshot !== null, 'a row belongs to a campaign of its agency');
  return new CampaignType(snapshot);
}
