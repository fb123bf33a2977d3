import { randomUUID } from 'node:crypto';
import { hashToken } from '../../../src/auth/token.js';
import { systemCaller, type Caller } from '../../../src/domain/access/caller.js';
import { encodeId, ID_KINDS, type IdKind, type PersonId } from '../../../src/domain/ids.js';
import type { Member } from '../../../src/domain/access/member.js';
import { createAgency } from '../../../src/services/agencies/create-agency.js';
import { createBrand } from '../../../src/services/brands/create-brand.js';
import { createCampaign } from '../../../src/services/campaigns/create-campaign.js';
import { inviteMember } from '../../../src/services/invitations/invite-member.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { createKey } from '../../../src/services/keys/create-key.js';
import { addMember } from '../../../src/services/members/add-member.js';
import { openSession } from '../../../src/services/sessions/open-session.js';
import { recordSpend } from '../../../src/services/spend/record-spend.js';
import { accepted } from '../accepted.js';
import { brandRequest, campaignRequest, spendRequest } from '../requests.js';

/** By what an agency's things are named in requests: one of each kind, and keys of the caller's own. */
export type Names = Readonly<Record<IdKind | 'brandExternalId' | 'campaignExternalId', string>>;

/** An agency that has something of everything. */
export interface Estate {
  readonly caller: Caller;
  readonly ownerId: PersonId;
  /** Of its first brand, and of what belongs to the whole agency. */
  readonly names: Names;
  /** The same, with its other brand in the place of the first. */
  readonly beyond: Names;
  /** The uuid of the first brand. */
  readonly brandId: string;
  /** The uuids of the campaigns of both. */
  readonly campaignId: string;
  readonly otherCampaignId: string;
}

/** Where people of these tests come from. */
const VISITOR = { origin: '192.0.2.9', userAgent: null };

/** The token of a new session of a person. */
export async function aSessionOf(
  { database, ...kernel }: Kernel,
  personId: PersonId,
): Promise<string> {
  const owner = { personId, visitor: VISITOR };
  const { token } = await database.everywhere.write((unit) => openSession(kernel, unit, owner));
  return token;
}

/**
 * Makes an agency with an owner, a member, a key, an invitation, and two brands whose campaign has
 * spent all of its day. What closes and changes with the day is there once the clock has moved on.
 */
export async function anEstate(kernel: Kernel, name: string): Promise<EstateInTheMaking> {
  const owner = { email: `owner@${name}.example.com`, name: `Owner of ${name}` };
  const made = accepted(await createAgency(kernel, { name, owner }, 'access-tests'));
  const caller = systemCaller(made.agency.id, 'access-tests', 'test');
  const ownerId = made.owner.personId;
  const session = await aSessionOf(kernel, ownerId);
  const first = await aBusyBrand(kernel, caller, `${name}-first`);
  const other = await aBusyBrand(kernel, caller, `${name}-other`);
  const guest = { role: 'ANALYST', brandIds: null } as const;
  const person = { email: `spare@${name}.example.com`, name: null, ...guest };
  const { member } = accepted(await addMember(kernel, caller, person));
  const key = { name: 'Spare', ...guest, expiresAt: null };
  const spareKey = accepted(await createKey(kernel, inTheNameOf(member, caller), key));
  const invitation = { email: `guest@${name}.example.com`, ...guest };
  const invited = accepted(await inviteMember(kernel, caller, invitation));
  const ofAgency = {
    agency: made.agency.id,
    person: member.personId,
    key: spareKey.key.id,
    invitation: invited.invitation.id,
    session: await idOf(kernel, 'session where token_hash = $1', [hashToken(session)]),
  };
  return { caller, ownerId, first, other, ofAgency };
}

/** The log has something that the member did. */
function inTheNameOf({ personId, name }: Member, caller: Caller): Caller {
  return { ...caller, actor: { kind: 'USER', id: encodeId('person', personId), name } };
}

interface BusyBrand {
  readonly brandId: string;
  readonly campaignId: string;
  readonly entryId: string;
  readonly brandExternalId: string;
  readonly campaignExternalId: string;
}

type KindOfAgency = 'agency' | 'person' | 'key' | 'invitation' | 'session';

/** An agency for which no day has ended yet. */
interface EstateInTheMaking extends Pick<Estate, 'caller' | 'ownerId'> {
  readonly first: BusyBrand;
  readonly other: BusyBrand;
  readonly ofAgency: Readonly<Record<KindOfAgency, string>>;
}

async function aBusyBrand(kernel: Kernel, caller: Caller, name: string): Promise<BusyBrand> {
  const [brandExternalId, campaignExternalId] = [`brand ${name}`, `campaign ${name}`];
  const brand = brandRequest({ externalId: brandExternalId });
  const { brand: made } = accepted(await createBrand(kernel, caller, brand));
  const plan = { brandId: made.id, externalId: campaignExternalId, dailyBudget: '5' };
  const { campaign } = accepted(await createCampaign(kernel, caller, campaignRequest(plan)));
  const spend = spendRequest({ campaignId: campaign.id, amount: '5' });
  const { entry } = accepted(await recordSpend(kernel, caller, spend));
  const ids = { brandId: made.id, campaignId: campaign.id, entryId: entry.id };
  return { ...ids, brandExternalId, campaignExternalId };
}

/** The agency, once a day of its brands has ended. */
export async function completed(kernel: Kernel, estate: EstateInTheMaking): Promise<Estate> {
  const { caller, ownerId, first, other } = estate;
  const names = await namesOf(kernel, estate, first);
  const beyond = await namesOf(kernel, estate, other);
  const uuids = {
    brandId: first.brandId,
    campaignId: first.campaignId,
    otherCampaignId: other.campaignId,
  };
  return { caller, ownerId, names, beyond, ...uuids };
}

async function namesOf(
  kernel: Kernel,
  { caller: { agencyId }, ofAgency }: EstateInTheMaking,
  brand: BusyBrand,
): Promise<Names> {
  const { brandId, campaignId, entryId, brandExternalId, campaignExternalId } = brand;
  const ofBrand = 'where agency_id = $1 and brand_id = $2';
  const uuids = {
    ...ofAgency,
    brand: brandId,
    campaign: campaignId,
    entry: entryId,
    change: await idOf(kernel, `status_change ${ofBrand}`, [agencyId, brandId]),
    close: await idOf(kernel, `period_close ${ofBrand}`, [agencyId, brandId]),
    audit: await idOf(kernel, 'audit_entry where agency_id = $1', [agencyId]),
  };
  return { ...encoded(uuids), brandExternalId, campaignExternalId };
}

/** The first id of some rows of whatever agency. */
async function idOf(kernel: Kernel, rows: string, values: readonly string[]): Promise<string> {
  const text = `select id from ${rows} limit 1`;
  const [row] = await kernel.database.everywhere.rows<{ id: string }>(text, values);
  if (!row) throw new Error(`there is no ${rows}`);
  return row.id;
}

/** Uuids as clients see them. */
function encoded(uuids: Readonly<Record<IdKind, string>>): Record<IdKind, string> {
  const ids = { ...uuids };
  for (const kind of ID_KINDS) ids[kind] = encodeId(kind, uuids[kind]);
  return ids;
}

/** Names of nothing at all. */
export function unknownNames(): Names {
  const nothing = {
    brandExternalId: `brand ${randomUUID()}`,
    campaignExternalId: `campaign ${randomUUID()}`,
  };
  const uuids = Object.fromEntries(ID_KINDS.map((kind) => [kind, randomUUID()]));
  return { ...encoded(uuids as Record<IdKind, string>), ...nothing };
}
