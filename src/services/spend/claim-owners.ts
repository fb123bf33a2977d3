import { reaches } from '../../domain/access/caller.js';
import type { AgencyId } from '../../domain/ids.js';
import type { Claim } from '../../domain/spend/claim.js';
import type { Database } from '../../persistence/database.js';
import { loadCampaigns } from '../../persistence/queries/load-campaigns.js';
import {
  type Owner,
  type OwnerName,
  resolveOwners,
} from '../../persistence/queries/resolve-claims.js';

/** The campaign that a claim is about, and whose it is; null: none that its caller reaches. */
export type FindOwner = (claim: Claim) => Owner | null;

/** Finds the campaigns that claims are about: no statement where all are known, two at most. */
export async function findOwners(
  database: Database,
  agencyIds: readonly AgencyId[],
  claims: readonly Claim[],
): Promise<FindOwner> {
  const owners = await ownersOf(database, agencyIds, claims.map(nameOf));
  const ownerByClaim = new Map(claims.map((claim, i) => [claim, reached(claim, owners[i])]));
  return (claim) => ownerByClaim.get(claim) ?? null;
}

/** The owner of each thing that is named. Whose a campaign is never changes: where it is known, nobody is asked. */
async function ownersOf(
  database: Database,
  agencyIds: readonly AgencyId[],
  names: readonly OwnerName[],
): Promise<readonly (Owner | null)[]> {
  const { campaigns } = database.known;
  const known = ({ agencyId, kind, name }: OwnerName): Owner | null => {
    const campaign = kind === 'ID' ? campaigns.get(name)?.row : undefined;
    if (campaign?.agencyId !== agencyId) return null;
    return { agencyId, campaignId: campaign.id, brandId: campaign.brandId };
  };
  const found = names.map(known);
  const unknown = names.filter((_, i) => found[i] === null);
  if (unknown.length === 0) return found;
  const within = database.among(agencyIds);
  const byId = unknown.filter(({ kind }) => kind === 'ID');
  const places = new Map(
    byId.map(({ agencyId, name }) => [`${agencyId} ${name}`, { agencyId, campaignId: name }]),
  );
  const others = unknown.filter(({ kind }) => kind !== 'ID');
  const [owners] = await Promise.all([
    others.length === 0 ? null : resolveOwners(within, others),
    loadCampaigns(within, campaigns, [...places.values()]),
  ]);
  return names.map((name, i) => found[i] ?? known(name) ?? owners?.find(name) ?? null);
}

const NAMED_BY = { campaignId: 'ID', campaignExternalId: 'EXTERNAL_ID' } as const;

function nameOf(claim: Claim): OwnerName {
  const { agencyId } = claim.caller;
  if (claim.kind === 'REFUND') return { agencyId, kind: 'ENTRY_ID', name: claim.entryId };
  return { agencyId, kind: NAMED_BY[claim.namedBy], name: claim.name };
}

function reached({ caller }: Claim, owner: Owner | null | undefined): Owner | null {
  return owner && reaches(caller, owner.brandId) ? owner : null;
}
