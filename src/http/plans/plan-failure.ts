import type { GraphQLResolveInfo } from 'graphql';

/** A plan has met what it does not know how to answer: GraphQL's own execution does. */
export class PlanFailure extends Error {
  override readonly name = 'PlanFailure';
}

/** In place of what GraphQL tells resolvers of an execution: none of ours asks, and one that did would be told there. */
export const NO_INFO = new Proxy<GraphQLResolveInfo>(Object.create(null) as GraphQLResolveInfo, {
  get() {
    throw new PlanFailure('a resolver asks for its place in an execution');
  },
});
