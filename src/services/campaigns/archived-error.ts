import type { BrandBook } from '../../domain/book/brand-book.js';
import { type UserError, userError } from '../../domain/errors.js';
import type { CampaignId } from '../../domain/ids.js';

/** Why a campaign may not be changed: it or its brand is ARCHIVED. Null: it may be. */
export function archivedError(
  book: BrandBook,
  id: CampaignId,
  field: readonly string[],
): UserError | null {
  if (book.brand.status === 'ARCHIVED') {
    return userError(field, 'ARCHIVED', "The campaign's brand is archived: restore that first.");
  }
  if (book.campaign(id).desiredStatus === 'ARCHIVED') {
    const rule = 'only an update of desiredStatus can restore it';
    return userError(field, 'ARCHIVED', `The campaign is archived: ${rule}.`);
  }
  return null;
}
