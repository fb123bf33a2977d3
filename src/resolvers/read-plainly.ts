import { type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/**
 * Lets the getters of a schema's types be read as what they are. The library would reach each through
 * a resolver of its own and the means of middleware, of which there is none: a page of campaigns reads
 * two thousand of them.
 */
export function readPlainly(schema: GraphQLSchema): void {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  for (const { kind, target, methodName, schemaName, params = [] } of fieldResolvers) {
    const type = schema.getType(nameOf.get(target) ?? '');
    const isPlain = kind === 'internal' && methodName === schemaName && params.length === 0;
    if (!isPlain || !isObjectType(type)) continue;
    const field = type.getFields()[schemaName];
    // Without one, GraphQL reads the property of the field's name.
    if (field) delete field.resolve;
  }
}
