import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';
import { invariant } from '../domain/errors.js';
import type { GraphContext } from '../resolvers/context.js';

/** What of a document decides an answer. */
interface Wording {
  readonly text: string;
  /** The variables that an answer depends on, in order. */
  readonly variables: readonly string[];
}

const wordings = new WeakMap<OperationDefinitionNode, Wording>();

/**
 * What two subscriptions must have in common for the same update to be told to both in the same words:
 * the document, the variables that its answer depends on, and what their callers reach and may do.
 */
export function likenessOf(args: ExecutionArgs): string {
  const { document, operationName, variableValues, contextValue } = args;
  const { agencyId, brandIds, permissions } = (contextValue as GraphContext).caller;
  const operation = getOperationAST(document, operationName);
  invariant(operation, 'a subscription that has begun has an operation');
  const wording = wordings.get(operation) ?? wordingOf(document, operation);
  wordings.set(operation, wording);
  const values = wording.variables.map((name) => [name, variableValues?.[name]]);
  const likeness = [wording.text, operationName, values, agencyId, brandIds, [...permissions]];
  return createHash('sha256').update(JSON.stringify(likeness)).digest('base64');
}

function wordingOf(document: DocumentNode, operation: OperationDefinitionNode): Wording {
  const names = new Set<string>();
  visit(withoutSources(document, operation), {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.add(name.value),
  });
  return { text: print(document), variables: [...names].toSorted() };
}

/**
 * The arguments of a subscription's own field say which updates it gets, not how one is told; those
 * in a fragment are kept, which only shares less.
 */
function withoutSources(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const selections = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? { ...selection, arguments: [] } : selection,
  );
  const selectionSet = { ...operation.selectionSet, selections };
  const definitions = document.definitions.map((definition) =>
    definition === operation ? { ...operation, selectionSet } : definition,
  );
  return { ...document, definitions };
}
