import { graphql, type GraphQLSchema } from 'graphql';
import type { TypedDocumentString } from '../generated/graphql.js';
import { createContext, type Visit } from '../../src/resolvers/context.js';
import type { World } from './world.js';

/** A visit that is on nobody's behalf: the caller is given. */
export const NOBODY: Visit = {
  identity: null,
  origin: '192.0.2.1',
  userAgent: null,
  requestId: 'request-1',
  keepSession: () => undefined,
  forgetSession: () => undefined,
};

/** Asks the schema itself, without a server, as the world's caller; throws at the first error. */
export async function ask<Answer, Variables extends Readonly<Record<string, unknown>>>(
  { schema, world }: { readonly schema: GraphQLSchema; readonly world: World },
  document: TypedDocumentString<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const { data, errors } = await graphql({
    schema,
    source: document.toString(),
    variableValues: variables,
    contextValue: createContext(world.kernel, world.caller, NOBODY),
  });
  if (errors?.[0]) throw errors[0];
  // The server answers what the document asks for, and the document is what Answer was made of.
  return JSON.parse(JSON.stringify(data)) as Answer;
}
