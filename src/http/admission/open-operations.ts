import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { UnauthenticatedError } from '../../domain/errors.js';
import { rootFieldsOf } from './root-fields.js';

/** What decides which operations need no credential. */
export interface Openness {
  readonly schema: GraphQLSchema;
  readonly maxTokens: number;
  /** Whether everybody may read the schema. */
  readonly openSchema: boolean;
}

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type', '__typename']);

/**
 * Refuses every text but that of operations that are open to everybody. Whoever shows no credential
 * learns nothing of the rest, so this is decided before the text is held against the schema.
 */
export function refuseClosed(text: unknown, openness: Openness): void {
  const { schema, openSchema } = openness;
  const document = read(text, openness);
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const isOpen = (operation: OperationDefinitionNode): boolean =>
    (openSchema && asksForSchema(document, operation)) || isPublic(openness, document, operation);
  if (operations.length === 0 || !operations.every(isOpen)) throw unauthenticated();
  // The rules' messages name what is in the schema.
  if (!openSchema && validate(schema, document, undefined, { maxErrors: 1 }).length > 0) {
    const extensions = { code: 'BAD_USER_INPUT' };
    throw new GraphQLError('This operation is not valid.', { extensions });
  }
}

function read(text: unknown, { maxTokens }: Openness): DocumentNode {
  try {
    return parse(String(text), { maxLexicalTokens: maxTokens });
  } catch {
    throw unauthenticated();
  }
}

/** For whoever shows no credential where one is needed. */
export function unauthenticated(): UnauthenticatedError {
  return new UnauthenticatedError('Sign in, or send a key as Authorization: Bearer.');
}

function asksForSchema(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  return rootFieldsOf(document, operation).isSubsetOf(SCHEMA_FIELDS);
}

/** Whether all root fields but the type's own name are declared public. */
function isPublic(
  { schema }: Openness,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const asked = [...rootFieldsOf(document, operation)].filter((name) => name !== '__typename');
  const isDeclared = (name: string): boolean =>
    Object.hasOwn(fields, name) && fields[name]?.extensions['access'] === 'public';
  return asked.length > 0 && asked.every(isDeclared);
}
