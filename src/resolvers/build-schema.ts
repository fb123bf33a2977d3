import 'reflect-metadata';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { type BuildSchemaOptions, buildSchemaSync, type PubSub } from 'type-graphql';
import { invariant } from '../domain/errors.js';
import { AgencyResolver } from './agency.resolver.js';
import { AuditResolver } from './audit.resolver.js';
import { BrandResolver } from './brand.resolver.js';
import { CampaignResolver } from './campaign.resolver.js';
import { ClockResolver } from './clock.resolver.js';
import { HistoryResolver } from './history.resolver.js';
import { InvitationResolver } from './invitation.resolver.js';
import { JobResolver } from './job.resolver.js';
import { KeyResolver } from './key.resolver.js';
import { LiveResolver } from './live.resolver.js';
import { MemberResolver } from './member.resolver.js';
import { NodeResolver } from './node.resolver.js';
import { OverviewResolver } from './overview.resolver.js';
import { PasswordResolver } from './password.resolver.js';
import { readPlainly } from './read-plainly.js';
import { SessionResolver } from './session.resolver.js';
import { SpendResolver } from './spend.resolver.js';

/** What the schema depends on. */
export interface SchemaOptions {
  /** Whether the clock is a test's, and so can be set. */
  readonly testClock: boolean;
}

const RESOLVERS = [
  NodeResolver,
  BrandResolver,
  CampaignResolver,
  SpendResolver,
  HistoryResolver,
  OverviewResolver,
  JobResolver,
  LiveResolver,
  SessionResolver,
  PasswordResolver,
  AgencyResolver,
  MemberResolver,
  InvitationResolver,
  KeyResolver,
  AuditResolver,
] as const;

/** The schema with its resolvers, which expect a GraphContext. */
export function buildGraphSchema({ testClock }: SchemaOptions): GraphQLSchema {
  const resolvers: BuildSchemaOptions['resolvers'] = testClock
    ? [...RESOLVERS, ClockResolver]
    : [...RESOLVERS];
  const schema = buildSchemaSync({
    resolvers,
    pubSub: NO_TOPICS,
    // Scalars check values and services check rules; there is no third place.
    validate: false,
    disableInferringDefaultValues: true,
  });
  describeRoots(schema);
  readPlainly(schema);
  return schema;
}

/** Each subscription names its own source; nothing is published through the library's topics. */
const NO_TOPICS: PubSub = {
  publish: () => {
    invariant(false, 'nothing is published here');
  },
  subscribe: () => {
    invariant(false, 'a subscription names its source');
  },
};

const QUERY =
  'What can be asked. Pages hold 1 to 100 items, newest first unless ordered otherwise.';
const MUTATION = 'What can be done.';
const SUBSCRIPTION = `What can be watched: published after the commit, whatever caused it and in whichever
process. A subscriber that falls behind gets the latest of each campaign; one that
falls too far behind is ended with the error code RESYNC.`;

/** The library has no place for these descriptions. */
function describeRoots(schema: GraphQLSchema): void {
  describe(schema.getQueryType(), QUERY);
  describe(schema.getMutationType(), MUTATION);
  describe(schema.getSubscriptionType(), SUBSCRIPTION);
}

function describe(root: GraphQLObjectType | null | undefined, description: string): void {
  invariant(root, 'the schema has all three roots');
  root.description = description;
}
