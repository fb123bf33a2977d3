import {
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { RootField } from './root-fields.js';

/** An operation with its variables. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How deep a selection goes beneath the root field. */
const DEPTH = 3;

/** Asks for one root field, with all that its answer holds and that needs no arguments. */
export function operationOf(
  { kind, name, field }: RootField,
  variables: Operation['variables'],
): Operation {
  const given = field.args.filter((arg) => Object.hasOwn(variables, arg.name));
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`);
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`);
  const query = `${kind} ${inParentheses(declared)} { ${name} ${inParentheses(passed)} ${selectionOf(field.type, DEPTH)} }`;
  return { query, variables };
}

function inParentheses(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `(${texts.join(', ')})`;
}

function selectionOf(output: GraphQLOutputType, depth: number): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  if (!isObjectType(type)) return '{ __typename id }';
  const fields = Object.values(type.getFields()).filter((field) => isPlain(field, depth));
  const texts = fields.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`);
  return `{ __typename ${texts.join(' ')} }`;
}

/** Whether a field can be asked for without arguments, and is not too deep. */
function isPlain({ args, type }: GraphQLField<unknown, unknown>, depth: number): boolean {
  return args.length === 0 && (depth > 1 || isLeafType(getNamedType(type)));
}
