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
export const MAX_PAGED_OBJECTS = 20_000;
const BAD_REQUEST = 400;

/** An operation about to be executed. */
export interface ChosenOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses an operation whose pages within pages can hold more objects than one answer should: depth
 * alone does not bound them.
 */
export function refuseTooManyPages({ document, ...request }: ChosenOperation): GraphQLError | null {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const cost = new PageCost({ ...request, fragments }).total();
  if (cost <= MAX_PAGED_OBJECTS) return null;
  const message =
    `The pages of this operation can hold ${cost} objects, more than ${MAX_PAGED_OBJECTS}. ` +
    'Ask for smaller pages, or for fewer within each other.';
  const extensions = { code: 'BAD_USER_INPUT', http: { status: BAD_REQUEST } };
  return new GraphQLError(message, { extensions });
}
