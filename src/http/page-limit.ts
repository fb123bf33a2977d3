import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { PageCost } from './page-cost.js';

/**
 * How many objects the pages of one operation can hold. A page of 100 with pages of 100 in it is
 * answered; a third level of that size is not.
 */
const MAX_PAGED_OBJECTS = 20_000;
const BAD_REQUEST = 400;

/** An operation about to be executed. */
export interface ChosenOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an operation can cost, as its answer tells. */
export interface OperationCost {
  /** How many objects its pages can hold. */
  readonly objects: number;
  /** How many they may hold. */
  readonly limit: number;
}

const NO_PAGES: OperationCost = { objects: 0, limit: MAX_PAGED_OBJECTS };
/** Operations without pages, which need not be looked at again. */
const withoutPages = new WeakSet<OperationDefinitionNode>();

/** How much an operation can answer: depth alone does not bound pages within pages. */
export function costOf({ document, ...request }: ChosenOperation): OperationCost {
  if (withoutPages.has(request.operation)) return NO_PAGES;
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const cost = new PageCost({ ...request, fragments });
  const objects = cost.total();
  if (!cost.hasPages) withoutPages.add(request.operation);
  return { objects, limit: MAX_PAGED_OBJECTS };
}

/** Refuses an operation whose answer can hold more objects than it should; null: it is within. */
export function refuseTooManyPages({ objects, limit }: OperationCost): GraphQLError | null {
  if (objects <= limit) return null;
  const message =
    `The pages of this operation can hold ${objects} objects, more than ${limit}. ` +
    'Ask for smaller pages, or for fewer within each other.';
  const extensions = { code: 'BAD_USER_INPUT', http: { status: BAD_REQUEST } };
  return new GraphQLError(message, { extensions });
}
