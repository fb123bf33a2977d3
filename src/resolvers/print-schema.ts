import {
  type GraphQLNamedType,
  isIntrospectionType,
  isSpecifiedScalarType,
  printType,
} from 'graphql';
import { buildGraphSchema } from './build-schema.js';

const HEADER =
  '# Emitted from the code by `npm run schema:emit`; edit the types in src/schema instead.';

/**
 * The text of src/schema/schema.graphql: what a server with a real clock offers. Types are in the
 * order of the alphabet, so that differences stay small; what they hold is in its own order, which
 * means something (the blockers' is their precedence).
 */
export function printGraphSchema(): string {
  const schema = buildGraphSchema({ testClock: false });
  const types = Object.values(schema.getTypeMap()).filter(isOurs).sort(byName).map(printType);
  return `${[HEADER, ...types].join('\n\n')}\n`;
}

function isOurs(type: GraphQLNamedType): boolean {
  return !isIntrospectionType(type) && !isSpecifiedScalarType(type);
}

function byName(a: GraphQLNamedType, b: GraphQLNamedType): number {
  return a.name < b.name ? -1 : 1;
}
