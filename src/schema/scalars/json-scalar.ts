import { GraphQLError, GraphQLScalarType } from 'graphql';

/** Inside any plain JSON; it is only given out. */
export const JsonScalar = new GraphQLScalarType<never, unknown>({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: refuse,
  parseLiteral: refuse,
});

function refuse(): never {
  const extensions = { code: 'BAD_USER_INPUT' };
  throw new GraphQLError('JSON is only given out.', { extensions });
}
