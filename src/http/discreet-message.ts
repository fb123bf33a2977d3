import { type GraphQLError, Kind } from 'graphql';

/** What the parser, the rules and the scalars repeat of a text that was sent, and what stands for it. */
const REPEATED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b((?:String|ID) cannot represent .*?\bvalue): .*$/s, '$1.'],
  [/^(Expected value of type "[^"]*"), found (?!null\.$).*$/s, '$1.'],
  [/^(Syntax Error: .*?\b(?:Block)?String) ".*$/s, '$1.'],
];

/**
 * What an error of GraphQL itself says, without the values that were sent: a password or a token may
 * be among them, and answers end up in logs.
 */
export function discreetMessage(error: GraphQLError): string {
  return REPEATED.reduce(
    (message, [pattern, instead]) => message.replace(pattern, instead),
    withoutVariable(error),
  );
}

/** The whole value of a variable is repeated before what is wrong with it is said. */
function withoutVariable({ message, nodes, originalError }: GraphQLError): string {
  const node = nodes?.[0];
  if (node?.kind !== Kind.VARIABLE_DEFINITION || !originalError) return message;
  const name = node.variable.name.value;
  const beginning = `Variable "$${name}" got invalid value`;
  if (!message.startsWith(`${beginning} `)) return message;
  const [place = ''] = new RegExp(` at "${name}[^"]*"(?=; )`).exec(message) ?? [];
  return `${beginning}${place}; ${originalError.message}`;
}
