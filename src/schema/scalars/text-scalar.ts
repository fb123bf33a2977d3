import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';

/** A scalar that clients send and get as a string. */
export interface TextScalar<Value> {
  readonly name: string;
  readonly description: string;
  /** The value of a text; null if the text breaks the scalar's rule. */
  readonly parse: (text: string) => Value | null;
  readonly format: (value: Value) => string;
  /** Whether the program's own value can be formatted. */
  readonly isValue: (value: unknown) => value is Value;
}

/** Builds the scalar. Anything but a string that keeps the rule is BAD_USER_INPUT. */
export function textScalar<Value>(scalar: TextScalar<Value>): GraphQLScalarType<Value, string> {
  const parse = (input: unknown, shown: string, nodes: readonly ValueNode[]): Value => {
    const value = typeof input === 'string' ? scalar.parse(input) : null;
    if (value !== null) return value;
    throw new GraphQLError(`${scalar.name} cannot represent ${shown}: ${scalar.description}`, {
      nodes,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };
  return new GraphQLScalarType<Value, string>({
    name: scalar.name,
    description: scalar.description,
    parseValue: (input) => parse(input, excerpt(JSON.stringify(input)), []),
    parseLiteral: (node) =>
      parse(node.kind === Kind.STRING ? node.value : null, excerpt(print(node)), [node]),
    serialize: (value) => {
      if (!scalar.isValue(value)) throw new TypeError(`not a ${scalar.name} of the program`);
      return scalar.format(value);
    },
  });
}

const MAX_SHOWN = 60;

function excerpt(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}

/** For scalars that are strings inside, too. */
export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** For scalars that are integers inside. */
export function isWholeNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
