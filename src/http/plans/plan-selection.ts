import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { PlanFailure } from './plan-failure.js';

/** A field of a selection, and where its value goes. */
export interface SelectedField {
  readonly key: string;
  readonly node: FieldNode;
  /** Null: the type's own name. */
  readonly field: GraphQLField<unknown, unknown> | null;
}

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The fields that a selection of an object type asks for, in the order of its answer. Throws PlanFailure where that depends on
 * variables or on the object, or the same key is asked for twice and would have to be merged.
 */
export function planSelection(
  type: GraphQLObjectType<unknown, unknown>,
  selectionSet: SelectionSetNode,
  fragments: Fragments,
): readonly SelectedField[] {
  const nodes = fieldNodes(type.name, selectionSet, fragments);
  const keys = nodes.map(keyOf);
  if (new Set(keys).size < keys.length) throw new PlanFailure('a key is asked for twice');
  // What an object of ours cannot have as a key of its own.
  if (keys.includes('__proto__')) throw new PlanFailure('a key is no key');
  return nodes.map((node) => ({ key: keyOf(node), node, field: fieldOf(type, node) }));
}

function fieldOf(
  type: GraphQLObjectType<unknown, unknown>,
  { name: { value: name } }: FieldNode,
): SelectedField['field'] {
  if (name === '__typename') return null;
  const field = type.getFields()[name];
  if (!field) throw new PlanFailure('the schema itself is asked for');
  return field;
}

function fieldNodes(
  typeName: string,
  { selections }: SelectionSetNode,
  fragments: Fragments,
): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    if ((selection.directives ?? []).length > 0) throw new PlanFailure('a directive decides');
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value ?? typeName;
    if (!fragment || condition !== typeName) throw new PlanFailure('an object decides');
    return fieldNodes(typeName, fragment.selectionSet, fragments);
  });
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
