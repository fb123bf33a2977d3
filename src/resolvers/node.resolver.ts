import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { ForbiddenError } from '../domain/errors.js';
import { type IdKind, kindOfId } from '../domain/ids.js';
import { AgencyType } from '../schema/agency/agency-type.js';
import { AuditEntryType } from '../schema/audit/audit-entry-type.js';
import { BrandType } from '../schema/brand/brand-type.js';
import { PeriodCloseType } from '../schema/budget/period-close-type.js';
import { CampaignType } from '../schema/campaign/campaign-type.js';
import { StatusChangeType } from '../schema/history/status-change-type.js';
import { InvitationType } from '../schema/invitation/invitation-type.js';
import { KeyType } from '../schema/key/key-type.js';
import { MemberType } from '../schema/member/member-type.js';
import { NodeType } from '../schema/node/node-type.js';
import { SpendEntryType } from '../schema/spend/spend-entry-type.js';
import { findAgency } from '../services/agencies/find-agency.js';
import { loadAudit } from '../services/audit/list-audit.js';
import { Access } from './access.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';

/** Everything that has a global id. */
type AnyNode =
  | AgencyType
  | AuditEntryType
  | BrandType
  | PeriodCloseType
  | CampaignType
  | StatusChangeType
  | InvitationType
  | KeyType
  | MemberType
  | SpendEntryType;

/** Reads what has an id of some kind; null: the caller can reach no such thing. */
type ReadNode = (context: GraphContext, uuid: string) => Promise<AnyNode | null>;

const READERS: Readonly<Record<IdKind, ReadNode>> = {
  brand: async ({ loaders }, id) => found(await loaders.brands.load(id), BrandType),
  campaign: async ({ loaders }, id) => found(await loaders.campaigns.load(id), CampaignType),
  entry: async ({ loaders }, id) => found(await loaders.spendEntries.load(id), SpendEntryType),
  change: async ({ loaders }, id) => found(await loaders.statusChanges.load(id), StatusChangeType),
  close: async ({ loaders }, id) => found(await loaders.periodCloses.load(id), PeriodCloseType),
  agency: async ({ kernel, caller }, id) =>
    id === caller.agencyId ? new AgencyType(await findAgency(kernel, caller)) : null,
  person: async ({ loaders }, id) => found(await loaders.members.load(id), MemberType),
  key: async ({ loaders }, id) => found(await loaders.keys.load(id), KeyType),
  invitation: async ({ loaders }, id) => found(await loaders.invitations.load(id), InvitationType),
  // Only a person's own list shows these.
  session: () => Promise.resolve(null),
  audit: async ({ kernel, caller }, id) => {
    const [entry] = await loadAudit(kernel, caller, [id]);
    return found(entry ?? null, AuditEntryType);
  },
};

@Resolver()
export class NodeResolver {
  @Access('signed-in')
  @Query(() => NodeType, { nullable: true, description: 'Anything by its global id.' })
  async node(
    @Arg('id', () => ID, { description: 'Its global id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<AnyNode | null> {
    const kind = kindOfId(id);
    if (kind === null) return null;
    try {
      return await READERS[kind](context, uuidOf(kind, id));
    } catch (error) {
      // What somebody may not see, or is in no agency to see, behaves like what is not there.
      if (error instanceof ForbiddenError) return null;
      throw error;
    }
  }
}

function found<T, N extends AnyNode>(value: T | null, Type: new (value: T) => N): N | null {
  return value === null ? null : new Type(value);
}
