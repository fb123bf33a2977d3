import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What is needed to tell how much an operation may answer. It has passed validation. */
export interface CostRequest {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A page's own limits; a size outside of them is refused elsewhere. */
const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

/**
 * How many objects the pages of an operation hold at most, pages within pages multiplied. Fragments
 * are looked at once, however often they are used.
 */
export class PageCost {
  /** Whether there is any page: if not, no variable can change what it costs. */
  hasPages = false;
  private readonly costByFragment = new Map<string, number>();

  constructor(private readonly request: CostRequest) {}

  /** Of the whole operation. */
  total(): number {
    const { schema, operation } = this.request;
    const root = schema.getRootType(operation.operation);
    return this.of(operation.selectionSet, root?.name ?? '');
  }

  private of({ selections }: SelectionSetNode, typeName: string): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += this.ofField(selection, typeName);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        cost += this.ofFragment(selection.name.value);
      else {
        const narrowed = selection.typeCondition?.name.value ?? typeName;
        cost += this.of(selection.selectionSet, narrowed);
      }
    }
    return cost;
  }

  private ofFragment(name: string): number {
    const known = this.costByFragment.get(name);
    if (known !== undefined) return known;
    const fragment = this.request.fragments.get(name);
    const cost = fragment ? this.of(fragment.selectionSet, fragment.typeCondition.name.value) : 0;
    this.costByFragment.set(name, cost);
    return cost;
  }

  private ofField(node: FieldNode, typeName: string): number {
    const field = this.fieldOf(typeName, node.name.value);
    if (!field || !node.selectionSet) return 0;
    const inner = this.of(node.selectionSet, getNamedType(field.type).name);
    const isPage = field.args.some(({ name }) => name === 'first');
    this.hasPages ||= isPage;
    return isPage ? this.sizeOf(node) * (1 + inner) : inner;
  }

  private fieldOf(typeName: string, fieldName: string): GraphQLField<unknown, unknown> | undefined {
    const type = this.request.schema.getType(typeName);
    if (!isCompositeType(type)) return undefined;
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  }

  private sizeOf({ arguments: given = [] }: FieldNode): number {
    const first = given.find(({ name }) => name.value === 'first');
    const size = first ? this.numberOf(first.value) : null;
    return Math.min(Math.max(size ?? DEFAULT_PAGE, 0), MAX_PAGE);
  }

  private numberOf(value: ValueNode): number | null {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return null;
    const name = value.name.value;
    const { variables, operation } = this.request;
    if (Object.hasOwn(variables, name)) {
      const sent = variables[name];
      return typeof sent === 'number' ? sent : null;
    }
    const definition = operation.variableDefinitions?.find(
      ({ variable }) => variable.name.value === name,
    );
    return definition?.defaultValue ? this.numberOf(definition.defaultValue) : null;
  }
}
