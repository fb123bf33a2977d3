import { ID_KINDS } from '../../../src/domain/ids.js';
import type { Names } from './estate.js';
import type { Operation } from './operation-text.js';

/** What the arguments of an operation are made of. */
export interface ProbeFacts {
  /** What the operation is about: things of the caller's agency, of another's, or none at all. */
  readonly names: Names;
  /** Things of the caller's agency. */
  readonly own: Names;
  /** Unlike that of any other operation. */
  readonly serial: string;
}

type Probe = (facts: ProbeFacts) => Operation['variables'];

/** Where the test clock stands, once what is probed is there. */
export const PROBED_AT = '2026-07-16T12:00:00.000Z';

const nothing: Probe = () => ({});
const aboutBrand: Probe = ({ names }) => ({ filter: { brandId: names.brand } });
const aboutCampaign: Probe = ({ names }) => ({ filter: { campaignId: names.campaign } });
const watchBrand: Probe = ({ names }) => ({ brandId: names.brand });
const watchCampaign: Probe = ({ names }) => ({ campaignId: names.campaign });
const watchBrands: Probe = ({ names }) => ({ brandIds: [names.brand] });
const watchCampaigns: Probe = ({ names }) => ({ campaignIds: [names.campaign] });
const everything: Probe = () => ({ filter: { search: '' } });
const someCampaigns: Probe = ({ names, own }) => ({ ids: [names.campaign, own.campaign] });

const QUERIES: Readonly<Record<string, readonly Probe[]>> = {
  agency: [nothing],
  auditLog: [
    nothing,
    ({ names }) => ({ filter: { actorId: names.person } }),
    ({ names }) => ({ filter: { objectId: names.key } }),
    () => ({ filter: { objectKind: ['brand', 'key'] } }),
  ],
  brand: [
    ({ names }) => ({ id: names.brand }),
    ({ names }) => ({ externalId: names.brandExternalId }),
  ],
  brands: [nothing, ({ names }) => ({ filter: { externalId: [names.brandExternalId] } })],
  campaign: [
    ({ names }) => ({ id: names.campaign }),
    ({ names }) => ({ externalId: names.campaignExternalId }),
  ],
  campaigns: [
    aboutBrand,
    ({ names }) => ({ filter: { externalId: [names.campaignExternalId] } }),
    () => ({ filter: { atRisk: false } }),
  ],
  invitations: [nothing, everything],
  jobs: [nothing],
  keys: [nothing, everything],
  me: [nothing],
  members: [nothing, everything],
  node: ID_KINDS.map((kind): Probe => ({ names }) => ({ id: names[kind] })),
  overview: [({ names }) => ({ brandId: names.brand })],
  sessions: [nothing],
  signInOptions: [nothing],
  spendEntries: [
    aboutBrand,
    aboutCampaign,
    () => ({ filter: { source: ['api'], kind: ['SPEND', 'REFUND'] } }),
  ],
  statusChanges: [aboutBrand, aboutCampaign, () => ({ filter: { toStatus: ['PAUSED'] } })],
};

const ACCESS: Readonly<Record<string, readonly Probe[]>> = {
  acceptInvitation: [({ serial }) => ({ input: { token: `unknown ${serial}` } })],
  changePassword: [
    () => ({ input: { currentPassword: 'not the present one', newPassword: 'a b c d e f g h' } }),
  ],
  createKey: [
    ({ names, serial }) => ({
      input: { name: `Key ${serial}`, role: 'INGEST', brandIds: [names.brand] },
    }),
  ],
  createPasswordLink: [({ names }) => ({ id: names.person })],
  inviteMember: [
    ({ names, serial }) => ({
      input: { email: `${serial}@example.com`, role: 'CLIENT', brandIds: [names.brand] },
    }),
  ],
  removeMember: [({ names }) => ({ id: names.person })],
  resetPassword: [
    ({ serial }) => ({ input: { token: `unknown ${serial}`, password: 'a b c d e f g h' } }),
  ],
  revokeInvitation: [({ names }) => ({ id: names.invitation })],
  revokeKey: [({ names }) => ({ id: names.key })],
  revokeSession: [({ names }) => ({ id: names.session })],
  signIn: [({ serial }) => ({ input: { email: `${serial}@example.com`, password: 'wrong' } })],
  signOut: [nothing],
  switchAgency: [({ names }) => ({ id: names.agency })],
  updateAgency: [({ serial }) => ({ input: { name: `Agency ${serial}` } })],
  updateMember: [
    ({ names }) => ({ input: { id: names.person, role: 'ANALYST' } }),
    ({ names, own }) => ({ input: { id: own.person, role: 'CLIENT', brandIds: [names.brand] } }),
  ],
};

const MONEY: Readonly<Record<string, readonly Probe[]>> = {
  activateCampaigns: [someCampaigns],
  createBrand: [({ serial }) => ({ input: { name: `Brand ${serial}`, currency: 'EUR' } })],
  createCampaign: [
    ({ names, serial }) => ({ input: { brandId: names.brand, name: `Campaign ${serial}` } }),
  ],
  pauseCampaigns: [someCampaigns],
  recordRefund: [
    ({ names, serial }) => ({
      input: { entryId: names.entry, amount: '0.01', eventId: `refund ${serial}` },
    }),
  ],
  recordSpend: [
    ({ names, serial }) => ({
      input: { campaignId: names.campaign, amount: '0.01', eventId: `spend ${serial}` },
    }),
    ({ names, serial }) => ({
      input: {
        campaignExternalId: names.campaignExternalId,
        amount: '0.01',
        eventId: `named ${serial}`,
      },
    }),
  ],
  recordSpendBatch: [
    ({ names, serial }) => ({
      entries: [
        { campaignId: names.campaign, amount: '0.01', eventId: `batch ${serial}` },
        {
          campaignExternalId: names.campaignExternalId,
          amount: '0.01',
          eventId: `named batch ${serial}`,
        },
      ],
    }),
  ],
  resetBrandBudget: [({ names }) => ({ id: names.brand, period: 'DAY' })],
  resetBudgets: [(facts) => ({ ...someCampaigns(facts), period: 'DAY' })],
  runJob: [({ serial }) => ({ name: `no job ${serial}` })],
  setClock: [() => ({ at: PROBED_AT })],
  setDaypartingSchedule: [({ names }) => ({ input: { campaignId: names.campaign, windows: [] } })],
  updateBrand: [({ names, serial }) => ({ input: { id: names.brand, name: `Brand ${serial}` } })],
  updateCampaign: [
    ({ names, serial }) => ({ input: { id: names.campaign, name: `Campaign ${serial}` } }),
  ],
};

const SUBSCRIPTIONS: Readonly<Record<string, readonly Probe[]>> = {
  brandSpendUpdated: [watchBrand, watchBrands],
  campaignStatusChanged: [
    watchBrand,
    watchCampaign,
    watchCampaigns,
    ({ names, own }) => ({ after: names.change, brandId: own.brand }),
  ],
  spendUpdated: [watchBrand, watchCampaign, watchCampaigns],
};

/**
 * Arguments with which each root field is tried, by its name: harmless ones, that its rules let
 * through. A new field needs an entry here, and with it a thought about who may use it.
 */
export const PROBES: Readonly<Record<string, readonly Probe[]>> = {
  ...QUERIES,
  ...ACCESS,
  ...MONEY,
  ...SUBSCRIPTIONS,
};

/** The ways to try a root field. Throws where nobody has thought of the field. */
export function probesOf(name: string): readonly Probe[] {
  const probes = PROBES[name];
  if (probes === undefined) throw new Error(`${name} is missing in tests/support/access/probes.ts`);
  return probes;
}
