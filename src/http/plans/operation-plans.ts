import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { GraphContext } from '../../resolvers/context.js';
import { type Completion, planCompletion } from './plan-completion.js';
import { PlanFailure } from './plan-failure.js';

/** A query that is about to be executed. */
export interface PlannedRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphContext;
}

/**
 * Answers queries by plans: what GraphQL finds out anew for every field of every object, such as what
 * it is called, of which type it is and which of its fields are asked for, is found out once for each
 * text. A plan answers what succeeds. All else, above all errors and their places, is left to GraphQL's
 * own execution, which begins anew: a query may be asked twice.
 */
export class OperationPlans {
  /** Null: there can be none. Kept as long as the documents are. */
  private readonly plans = new WeakMap<OperationDefinitionNode, Completion | null>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The data of the answer; null where GraphQL has to execute it. */
  async data(request: PlannedRequest): Promise<Record<string, unknown> | null> {
    const { operation, context } = request;
    if (operation.operation !== OperationTypeNode.QUERY) return null;
    const plan = this.planOf(request);
    if (plan === null) return null;
    const definitions = operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(this.schema, definitions, request.variables);
    if (!coerced) return null;
    try {
      return (await plan(ROOT, { context, variables: coerced })) as Record<string, unknown>;
    } catch {
      return null;
    }
  }

  private planOf({ document, operation }: PlannedRequest): Completion | null {
    const known = this.plans.get(operation);
    if (known !== undefined) return known;
    const plan = this.planned(document, operation);
    this.plans.set(operation, plan);
    return plan;
  }

  private planned(
    { definitions }: DocumentNode,
    { selectionSet, directives = [] }: OperationDefinitionNode,
  ): Completion | null {
    const root = this.schema.getQueryType();
    if (!root || directives.length > 0) return null;
    const fragments = new Map(definitions.filter(isFragment).map((one) => [one.name.value, one]));
    try {
      return planCompletion(root, selectionSet, fragments);
    } catch (error) {
      if (error instanceof PlanFailure) return null;
      throw error;
    }
  }
}

/** Root fields have resolvers, and no object that they are of. */
const ROOT = {};

function isFragment(
  definition: DocumentNode['definitions'][number],
): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}
